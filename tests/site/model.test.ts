import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { namedSteps } from '#editorial/model-step.ts'
import { serve } from '../served.ts'
import { buildFolder } from '../sites.ts'

const read = (path: string) => readFileSync(join(buildFolder('hamar'), 'client', path, 'index.html'), 'utf8')
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const all = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, found = '']) => plain(found))

describe('the drawing of the model', () => {
  const page = read('modellen')
  const [drawing = ''] = /<svg class="flow"[\s\S]*?<\/svg>/.exec(page) ?? []

  test('has a text in its place for who does not see it, with every step in its order', () => {
    const ids = /aria-labelledby="([^"]+)"/.exec(drawing)?.[1]?.split(' ') ?? []
    const texts = ids.map((id) => plain(new RegExp(`id="${id}"[^>]*>([\\s\\S]*?)<`).exec(drawing)?.[1] ?? ''))
    expect(drawing).toContain('role="img"')
    expect(texts[0]).toContain(namedSteps.map(({ number, name }) => `${number} ${name}`).join(', '))
    expect(texts[1]?.length).toBeGreaterThan(100)
  })

  test('shows the same steps as the list below it, and as the pages that the list leads to', () => {
    const drawn = all(drawing, /<g data-step="[^"]+">([\s\S]*?)<\/g>/g)
    const names = namedSteps.map(({ number, name }) => `${number}${name}`)
    expect(drawn.map((text) => text.replaceAll(' ', ''))).toEqual(
      names.map((each) => each.replaceAll(' ', '')),
    )
    const [list = ''] = /<ol class="model-steps">[\s\S]*?<\/ol>/.exec(page) ?? []
    expect(all(list, /<strong>([\s\S]*?)<\/strong>/g)).toEqual(
      namedSteps.map(({ number, name }) => `${number}. ${name}`),
    )
    expect([...list.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(
      namedSteps.map(({ path }) => path),
    )
    for (const { path, name } of namedSteps) expect(all(read(path), /<h1>([\s\S]*?)<\/h1>/g)).toEqual([name])
  })

  test('is light: the whole page stays far below ten packets', () => {
    expect(Buffer.byteLength(drawing)).toBeLessThan(6000)
  })
})

test('every quotation stands with who said it, where and when', () => {
  const pages = ['modellen', ...namedSteps.map(({ path }) => path)].map(read)
  const figures = pages.flatMap((html) => html.match(/<figure class="quote">[\s\S]*?<\/figure>/g) ?? [])
  expect(figures.length).toBeGreaterThan(2)
  for (const figure of figures)
    expect(plain(/<figcaption>([\s\S]*?)<\/figcaption>/.exec(figure)?.[1] ?? '')).toMatch(
      /^\S.*\. .*(Hamar|håndboka).* \(20\d\d\)$/i,
    )
})

test('the roles page says what each step says of its roles', () => {
  const page = plain(read('modellen/roller'))
  for (const { path } of namedSteps) {
    const [, who = ''] = /<h2>Hvem gjør hva<\/h2>([\s\S]*?)<\/dl>/.exec(read(path)) ?? []
    const lines = all(who, /<dd>([\s\S]*?)<\/dd>/g)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(page).toContain(line)
  }
})

test('partners and press are honest where a municipality has none', () => {
  const [gjovik, fjordvik] = (['gjovik', 'fjordvik'] as const).map((site) =>
    plain(readFileSync(join(buildFolder(site), 'client/modellen/samarbeid/index.html'), 'utf8')),
  )
  expect(gjovik).toContain('Gjøvik kommune har ikke lagt inn noen samarbeidspartnere ennå.')
  expect(gjovik).toContain('Gjøvik kommune har ikke lagt inn noe fra avisene ennå.')
  expect(fjordvik).toMatch(/Fjordvik frivilligsentral.*Bekreftet 1\. september 2026/)
})

describe('on paper', () => {
  const served = serve('hamar')
  const print = async (path: string): Promise<{ page: Page; pages: number }> => {
    const page = await served.browser.newPage({ viewport: { width: 680, height: 1000 } })
    await page.goto(served.site.origin + path)
    await page.emulateMedia({ media: 'print' })
    const margin = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' }
    const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1')
    return { page, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 }
  }

  test('a step fits on three sheets, with boxes to tick and no links to walk', async () => {
    const { page, pages } = await print('/modellen/melder-behov/')
    expect(pages).toBeLessThanOrEqual(3)
    expect(await page.locator('nav:visible').count()).toBe(0)
    expect(await page.locator('.ticks li').count()).toBeGreaterThan(3)
    await page.close()
  })

  test('the model is drawn on the first of two sheets', async () => {
    const { page, pages } = await print('/modellen/')
    expect(pages).toBeLessThanOrEqual(2)
    expect(await page.locator('.flow').isVisible()).toBe(true)
    await page.close()
  })
})
