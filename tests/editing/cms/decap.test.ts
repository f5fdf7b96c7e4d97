import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routeOf } from '#editing/cms/route.ts'
import type { Editing } from '#editing/editing.ts'
import { kindAt } from '#editing/kind-at.ts'
import { rewriteBody } from '#editing/rewriting/body.ts'
import { rewrite } from '#editing/rewriting/rewrite.ts'
import { checkBody } from '#editorial/mdx.ts'
import { openBrowser } from '../../browser.ts'
import { caretSeen } from '../../caret.ts'
import { siteNames } from '../../sites.ts'
import { kari, openDesk } from '../desk.ts'
import { openCms } from './open-cms.ts'
import { configOf, files } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const at = (municipality: string, path: string) => {
  const found = routeOf(path, municipality)
  return `/#/collections/${found?.collection}/entries/${found?.slug}`
}
const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/, '')
interface Asked {
  readonly folder: string
  readonly extension: string
  readonly path: string
  readonly files: readonly { readonly path: string }[]
}

/** The texts of the project, as the server would hand them out. */
const answerFrom =
  (texts: ReadonlyMap<string, string>): Editing['answer'] =>
  async (_editor, body) => {
    const { action, params } = body as { action: string; params: Asked }
    const open = (path: string) => ({
      data: texts.get(path.slice('content/'.length)) ?? null,
      file: { path, id: path },
    })
    const inFolder = (folder: string, extension: string) =>
      [...texts.keys()]
        .map((path) => `content/${path}`)
        .filter(
          (path) =>
            path.startsWith(`${folder}/`) &&
            path.endsWith(`.${extension}`) &&
            !path.slice(folder.length + 1).includes('/'),
        )
    if (action === 'info')
      return {
        status: 200,
        body: { repo: 'content', publish_modes: ['simple', 'editorial_workflow'], type: 'local_git' },
      }
    if (action === 'entriesByFolder')
      return { status: 200, body: inFolder(params.folder, params.extension).map(open) }
    if (action === 'entriesByFiles') return { status: 200, body: params.files.map(({ path }) => open(path)) }
    if (action === 'getEntry') return { status: 200, body: open(params.path) }
    return { status: action === 'unpublishedEntry' ? 404 : 200, body: [] }
  }

describe.each(siteNames)('Decap, set up for %s', (municipality) => {
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    page = await openCms(browser, {
      config: configOf(municipality),
      answer: (body) => answerFrom(files)(kari, body),
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (/config|YAML|format/i.test(message.text()) && message.type() === 'error')
        complaints.push(message.text())
    })
  }, 90_000)
  afterAll(() => page.close())

  test('takes the configuration, opens every text, and gives the same file back, byte for byte', async () => {
    const { collections } = configOf(municipality)
    for (const { name } of collections) {
      await page.goto(`https://cms.test/#/collections/${name}`)
      await page.locator('main h1, [class*="CollectionTop"], h1').first().waitFor()
    }
    const texts = [...files]
      .map(([path, text]) => ({ path: `content/${path}`, text }))
      .filter(({ path }) => kindAt(path, municipality))
    expect(texts.length).toBeGreaterThan(200)
    const written = await page.evaluate(
      (all) =>
        all.map(({ path, text }) => {
          const format = window.decapFormat(path.endsWith('.mdx') ? 'yaml-frontmatter' : 'yaml')
          return format.toFile(format.fromFile(text), [], {})
        }),
      texts,
    )
    expect(
      texts.filter(({ text }, index) => text !== written[index]).length,
      'its style is another',
    ).toBeGreaterThan(100)
    const changed = texts.filter(
      ({ path, text }, index) =>
        rewrite(path, kindAt(path, municipality)?.schema as never, text, written[index] as string) !== text,
    )
    expect(changed.map(({ path }) => path)).toEqual([])
    expect(complaints).toEqual([])
  }, 120_000)
})

describe('the rich editor', () => {
  let page: Page
  const municipality = 'fjordvik'
  beforeAll(async () => {
    page = await openCms(browser, {
      config: configOf(municipality),
      answer: (body) => answerFrom(files)(kari, body),
    })
    await page.goto(`https://cms.test${at(municipality, 'content/pages/nb/rights/avlastning.mdx')}`)
    await page.locator('[contenteditable=true]').first().waitFor()
  }, 90_000)
  afterAll(() => page.close())

  const through = (bodies: readonly string[]) =>
    page.evaluate((all) => all.map((each) => window.decapWrite(window.decapRead(each))), [...bodies])

  test('counts no page as changed before somebody has touched it', async () => {
    await page.getByText('Steg for steg', { exact: false }).first().waitFor()
    await page.waitForTimeout(1500)
    expect(await page.locator('body').innerText()).not.toMatch(/ulagrede endringer/i)
  })

  describe('once it is used', () => {
    beforeAll(async () => {
      await page.getByText('Du kan få mer enn én av disse.', { exact: true }).first().click()
      await caretSeen(page)
      await page.keyboard.type('x')
      await page.waitForFunction(() => 'decapWrite' in window)
    }, 60_000)

    test('writes every text so that it means the same, and what nobody touched is kept byte for byte', async () => {
      const texts = [...files]
        .filter(([path]) => path.endsWith('.mdx'))
        .map(([path, text]) => ({ path, body: bodyOf(text) }))
      const written = await through(texts.map(({ body }) => body))
      expect(
        texts.filter(({ body }, index) => written[index] !== body.trim()).length,
        'the editor writes differently',
      ).toBeGreaterThan(20)
      for (const [index, { path, body }] of texts.entries()) {
        expect(checkBody(written[index] as string), path).toEqual([])
        expect(rewriteBody(body, written[index] as string), path).toBe(body)
      }
    }, 60_000)

    test.each([
      ['a table', '| a | b |\n|---|---|\n| 1 og 2 | **x** [y](/kafe/) |'],
      ['a checklist', '- [ ] Ring [kommune]\n- [ ] Skriv **alt**'],
      ['a list in a list', '- a\n  - b\n    - c\n- d\n\n1. e\n   - f'],
      [
        'signs that mean something',
        'A \\* b \\_ c, 5 \\< 6, § 3-6 a & b, «x» – y … 100 %, snake_case, [a], #1',
      ],
      ['a line that begins with a sign', '\\- a\n\n\\# b'],
      ['links', '[a](/kafe/ "tittel"), [**b**](tel:112), https://nav.no'],
      ['a quotation', '> Sitat\n> over to linjer\n\nEtter.'],
      [
        'blocks',
        '<Contact office="respite" />\n\n<GoodToKnow title="A &quot;b&quot; &amp;amp; c">\n\nEn *to*.\n\n- a\n- b\n\n</GoodToKnow>',
      ],
      ['a block in a block', '<GoodToKnow>\n\nA.\n\n<Contact id="nav" />\n\nB.\n\n</GoodToKnow>'],
      ['blocks side by side', '<Steps>\n\n1. a\n\n</Steps>\n<Contact id="nav" />'],
      ['a break in a line', 'a\\\nb  \nc'],
      ['headings', '## A\n\n### B *c*\n\n---\n\nD'],
    ])('keeps %s', async (_what, text) => {
      const [written = ''] = await through([text])
      expect(checkBody(written), written).toEqual([])
      expect(rewriteBody(`${text}\n`, written), written).toBe(`${text}\n`)
    })

    // Known, and rare: no text of ours has them. Whoever must write one uses the Markdown side of the editor.
    test.each([
      ['the alignment of a column', '| a | b |\n|---|--:|\n| 1 | 2 |', '| --- | --- |'],
      ['a bar in a cell', '| a |\n|---|\n| 1 \\| 2 |', '| 1 | 2 |'],
      ['a number with a full stop that begins a paragraph', '1986\\. Da', '1986. Da'],
    ])('cannot keep %s', async (_what, text, lost) => {
      const [written = ''] = await through([text])
      expect(written).toContain(lost)
    })
  })
})

test('a word that is typed into a page changes that line, and nothing else in its file', {
  timeout: 120_000,
}, async () => {
  const { editing, read } = await openDesk()
  const path = 'content/pages/nb/rights/avlastning.mdx'
  const before = await read(kari, path)
  const config = { ...configOf('fjordvik'), publish_mode: 'simple' }
  const page = await openCms(browser, { config, answer: (body) => editing.answer(kari, body) })
  await page.goto(`https://cms.test${at('fjordvik', path)}`)
  const paragraph = page
    .locator('[contenteditable=true]')
    .getByText('Du kan få mer enn én av disse.', { exact: true })
  await paragraph.click()
  await caretSeen(page)
  await page.keyboard.press('End')
  await caretSeen(page)
  await page.keyboard.type(' Spør.')
  await page.getByRole('button', { name: 'Publiser' }).click()
  await page.getByRole('menuitem', { name: 'Publiser nå' }).click()
  await expect
    .poll(() => read(kari, path), { timeout: 30_000 })
    .toBe(before.replace('én av disse.', 'én av disse. Spør.'))
  await page.close()
})

declare global {
  interface Window {
    decapFormat(name: string): {
      fromFile(text: string): object
      toFile(data: object, order: readonly string[], comments: object): string
    }
    decapRead(markdown: string): unknown
    decapWrite(tree: unknown): string
  }
}
