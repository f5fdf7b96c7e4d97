/**
 * Decap itself in a browser, from the script that we serve, with our configuration and our server's answers. The script
 * hands out nothing of its inside; the few places that a test looks at are given names as it is loaded.
 */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import type { Answered } from '#editing/answer.ts'
import type { CmsConfig } from '#editing/cms/config.ts'

const script = 'node_modules/decap-cms/dist/decap-cms.js'

/** What to give a name, as it stands in the script, and with the name. Each must be there once. */
const named: readonly (readonly [found: RegExp, named: string])[] = [
  // The formats of files: src/formats/formats.ts of decap-cms-core.
  [/;(function (\w+)\(e,t\)\{const n=\{yml:)/, ';window.decapFormat=e=>$2(e);$1'],
  // From Markdown to what the rich editor works on, and back: src/serializers of decap-cms-widget-markdown.
  [
    /(\(e\.value\?)(function\(e,\{voidCodeBlock:t,remarkPlugins:n=\[\]\}=\{\}\)\{const r=\w+\(e,n\);.{0,120}?\.children\})(\(e\.value)/,
    '$1(window.decapRead=$2)$3',
  ],
  [
    /(\bd\()(function\(e,\{voidCodeBlock:t,remarkPlugins:n=\[\]\}=\{\}\)\{.{0,900}?return r\})(\(e,)/,
    '$1(window.decapWrite=$2)$3',
  ],
]

function openScript(): string {
  return named.reduce(
    (text, [found, name]) => {
      if (text.match(new RegExp(found, 'g'))?.length !== 1)
        throw new Error(`${script}: expected ${found} once, got another number`)
      return text.replace(found, name)
    },
    readFileSync(script, 'utf8'),
  )
}
let opened: string | undefined

const html = `<!doctype html><html lang="nb"><body><div id="nc-root"></div>
<script>window.CMS_MANUAL_INIT = true; localStorage.setItem('decap-cms-user', '{"backendName":"proxy"}')</script>
<script src="/decap-cms.js"></script>
<script type="module">
import { registerBlocks } from '/blocks.js'
const config = await (await fetch('/oppsett.json')).json()
for (const [name, like] of [['changes', 'list'], ['activity-date', 'datetime']])
  CMS.registerWidget(name, CMS.getWidget(like).control)
registerBlocks(CMS, config.blocks)
CMS.init({ config })
</script></body></html>`

interface Options {
  readonly config: CmsConfig
  readonly answer: (body: unknown) => Promise<Answered>
}

export async function openCms(browser: Browser, { config, answer }: Options): Promise<Page> {
  opened ??= openScript()
  const blocks = stripTypeScriptTypes(readFileSync('admin/blocks.ts', 'utf8'))
  const files: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', html],
    '/decap-cms.js': ['text/javascript', opened],
    '/blocks.js': ['text/javascript', blocks],
    '/oppsett.json': ['application/json', JSON.stringify(config)],
  }
  const page = await browser.newPage({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } })
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/admin/api/v1') {
      const { status, body } = await answer(route.request().postDataJSON())
      return route.fulfill({ status, json: body as object })
    }
    const [contentType, body] = files[pathname] ?? []
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: `${contentType}; charset=utf-8`, body })
  })
  await page.goto('https://cms.test/')
  await page.locator('a[href*="#/collections/"]').first().waitFor({ timeout: 60_000 })
  return page
}
