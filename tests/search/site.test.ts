import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { SearchData } from '#search/entry.ts'
import { findBarriers } from '../barriers.ts'
import { serve } from '../served.ts'
import { phone } from '../site/visit.ts'
import { buildFolder } from '../sites.ts'
import { golden, score } from './golden.ts'

/** The share of questions whose right page must be among the first three. */
const goal = 0.97
const client = join(buildFolder('hamar'), 'client')

const served = serve('hamar')

const address = (query: string) => `${served.site.origin}/sok/?q=${encodeURIComponent(query)}`
const openPage = async (url: string) => {
  const page = await served.browser.newPage(phone)
  await page.goto(url)
  return page
}
const answersOf = (page: Page) =>
  page.$$eval('#svar a.card', (links) => links.map((link) => link.getAttribute('href') ?? ''))

/** Asks on the device, without going to the server. */
async function askHere(page: Page, query: string): Promise<string[]> {
  await page.fill('#q', query)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('#svar')?.ariaBusy === 'false')
  return answersOf(page)
}

describe('the golden list', () => {
  test('is long enough to say something', () => {
    expect(golden.length).toBeGreaterThanOrEqual(150)
    expect(golden.filter(({ pages }) => pages.length === 0).length).toBeGreaterThanOrEqual(20)
  })

  test('names only pages that exist', () => {
    const paths = new Set(readData().entries.map(({ path }) => path))
    expect(golden.flatMap(({ pages }) => pages).filter((path) => !paths.has(path))).toEqual([])
  })

  test('is answered by the server', async () => {
    const { share, missed } = await score(async (query) => {
      const html = await (await fetch(address(query))).text()
      const list = /id="svar"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
      return [...list.matchAll(/class="card" href="([^"]+)"/g)].map(([, path = '']) => path)
    })
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(goal)
  })

  test('is answered in the browser', async () => {
    const page = await openPage(`${served.site.origin}/sok/`)
    const { share, missed } = await score((query) => askHere(page, query))
    await page.close()
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(goal)
  })
})

describe('the search', () => {
  test('knows every page that may be found', () => {
    const known = new Set(readData().entries.map(({ path }) => path))
    const built = globSync('**/index.html', { cwd: client })
      .map((file) => ({
        path: `/${file.replace(/index\.html$/, '')}`,
        html: readFileSync(join(client, file), 'utf8'),
      }))
      .filter(
        ({ path, html }) =>
          html.includes('<html lang="nb"') && !/^\/(feil|infoskjerm|logg-inn)\/|\/kvittering\//.test(path),
      )
      .map(({ path }) => path)
    expect(built.length).toBeGreaterThan(50)
    const left = built.filter((path) => !known.has(path) && !['/', '/a-til-aa/'].includes(path))
    // A filter, a month or a half-year shows a part of a page that is known.
    expect(left.filter((path) => !/^\/(tilbud|kalender|plakater)\/.|\/halvar\/$/.test(path))).toEqual([])
  })

  test('shows what was asked as text, never as HTML', async () => {
    const asked = '"><img src=x onerror=alert(1)>'
    const page = await openPage(address(asked))
    expect(await page.inputValue('#q')).toBe(asked)
    expect(await page.locator('main img').count()).toBe(0)
    await askHere(page, `${asked} avlastning`)
    expect(await page.locator('main img').count()).toBe(0)
    await page.close()
  })

  test('stays out of search engines and of memory', async () => {
    const response = await fetch(address('sliten'))
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toContain('<meta name="robots" content="noindex">')
  })

  test('writes no question to the log', async () => {
    await fetch(address('hemmeligord'))
    await fetch(`${served.site.origin}/finnes-ikke/?q=hemmeligord`)
    expect(served.site.output()).not.toContain('hemmeligord')
  })

  test('is the only page that may run WebAssembly, and only from here', async () => {
    const policyOf = async (path: string) =>
      (await fetch(served.site.origin + path)).headers.get('content-security-policy')
    expect(await policyOf('/sok/')).toMatch(/script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'/)
    for (const path of ['/', '/a-til-aa/', '/finn-hjelp/']) expect(await policyOf(path)).not.toContain('wasm')
  })

  test.each(['', 'jeg er sliten', 'pizza'])('has no barrier after «%s»', async (query) => {
    const page = await openPage(address(query))
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })
})

describe('with script', () => {
  test('the first answer costs at most 40 kB, and asks nobody else', async () => {
    const page = await served.browser.newPage(phone)
    const asked: string[] = []
    const sizes: Promise<{ responseBodySize: number }>[] = []
    page.on('requestfinished', (request) => {
      asked.push(request.url())
      sizes.push(request.sizes())
    })
    await page.goto(`${served.site.origin}/sok/`)
    const found = await askHere(page, 'avlastning')
    await page.waitForLoadState('networkidle')
    expect(found[0]).toBe('/rettigheter/avlastning/')
    const bytes = (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThanOrEqual(40_000)
    expect(asked.filter((url) => url.includes('avlastning'))).toEqual([])
    await page.close()
  })

  test('a word that stands only in a text is found, with the place where it stands', async () => {
    expect(JSON.stringify(readData())).not.toContain('rullestol')
    const page = await openPage(`${served.site.origin}/sok/`)
    expect((await askHere(page, 'rullestol')).length).toBeGreaterThan(0)
    expect((await page.locator('#svar mark').first().textContent())?.toLowerCase()).toContain('rullestol')
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })
})

function readData(): SearchData {
  return JSON.parse(readFileSync(join(client, 'sok/sider.json'), 'utf8')) as SearchData
}
