import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { definitionOf, flyerSlugs, papersOf } from '#editorial/flyer.ts'
import { bare } from '../paper/check-pdf.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { readQr, readQrOf } from '../paper/read-qr.ts'
import { serve } from '../served.ts'
import { buildFolder } from '../sites.ts'

const served = serve('fjordvik')

const built = (path: string) => join(buildFolder('fjordvik'), 'client', path)
/** Tests serve the site at another port than it was built for. */
const here = (address = '') => served.site.origin + new URL(address).pathname

describe.each(flyerSlugs)('the flyer %s', (slug) => {
  test('says on paper what its page says, and both codes lead to the same page', async () => {
    const page = await served.browser.newPage({
      viewport: { width: 900, height: 1200 },
      deviceScaleFactor: 2,
    })
    await page.goto(`${served.site.origin}/plakater/${slug}/`)
    const text = await page.locator('article.flyer').evaluate((article) => article.textContent ?? '')
    const code = page.getByRole('img', { name: /^QR-kode til / })
    const address = await readQr(await code.screenshot())
    expect((await code.getAttribute('aria-label'))?.slice('QR-kode til '.length)).toBe(
      address?.replace(/^https?:\/\/|\/$/g, ''),
    )
    const shown = await page.locator('.flyer-panel a').first().innerText()
    expect(`http://${shown}/`).toBe(address)

    const bytes = readFileSync(built(`plakater/${slug}/a4.pdf`))
    const pdf = await readPdf(bytes)
    expect(text.length).toBeGreaterThan(200)
    const drawn = pdf.elements.map((each) => each.text).join('\n')
    expect(bare(drawn).replaceAll('•', '')).toBe(bare(text))
    expect(await readQrOf(pdf.streams[0] ?? '')).toBe(address)
    expect((await fetch(here(address))).status).toBe(200)
    await page.close()
  })

  test('is one sheet when its page is printed', async () => {
    const page = await served.browser.newPage()
    await page.goto(`${served.site.origin}/plakater/${slug}/`)
    const printed = await page.pdf({ preferCSSPageSize: true })
    expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.close()
  })

  test('has light files, and pictures whose code leads there too', async () => {
    const papers = papersOf(slug).map((paper) => `${paper.toLowerCase()}.pdf`)
    const made = readdirSync(built(`plakater/${slug}`)).filter((file) => file.endsWith('.pdf'))
    expect(made.sort()).toEqual(papers.toSorted())
    for (const file of papers) expect(statSync(built(`plakater/${slug}/${file}`)).size).toBeLessThan(60_000)
    for (const file of ['kvadrat.png', 'bred.png'])
      expect(await readQr(readFileSync(built(`plakater/${slug}/${file}`)))).toMatch(
        new RegExp(`^https?://[^/]+${definitionOf(slug).opens}$`),
      )
  })
})

describe('a flyer for a place', () => {
  const fetchFile = (slug: string, query: Record<string, string>) =>
    fetch(`${served.site.origin}/plakater/${slug}/fil/?${new URLSearchParams(query)}`)

  test.each(['frivillige-sokes', 'til-deg-som-er-parorende', 'kurs', 'til-fastlegen'])(
    '%s has a code that leads to its form with the name of the place',
    async (slug) => {
      const response = await fetchFile(slug, { sted: 'tannlege', format: 'a4.pdf' })
      expect(response.headers.get('content-type')).toBe('application/pdf')
      const bytes = new Uint8Array(await response.arrayBuffer())
      const pdf = await readPdf(bytes)
      const address = await readQrOf(pdf.streams[0] ?? '')
      expect(address).toMatch(/\/p\/[a-z]+\/tannlege\/$/)
      const arrived = await fetch(here(address))
      expect([arrived.status, new URL(arrived.url).search]).toEqual([200, '?kanal=tannlege'])
      expect(arrived.headers.get('set-cookie')).toBeNull()
      expect(await arrived.text()).toContain('name="_kanal" value="tannlege"')

      const again = await fetchFile(slug, { sted: 'tannlege', format: 'a4.pdf' })
      expect(new Uint8Array(await again.arrayBuffer())).toEqual(bytes)
      const picture = await fetchFile(slug, { sted: 'tannlege', format: 'kvadrat.png' })
      expect(await readQr(new Uint8Array(await picture.arrayBuffer()))).toBe(address)
    },
  )

  test.each([
    ['frivillige-sokes', { sted: 'ukjent', format: 'a4.pdf' }],
    ['frivillige-sokes', { sted: 'constructor', format: 'a4.pdf' }],
    ['frivillige-sokes', { sted: 'tannlege', format: 'constructor' }],
    ['frivillige-sokes', { sted: 'tannlege', format: '../a4.pdf' }],
    ['frivillige-sokes', {}],
    ['constructor', { sted: 'tannlege', format: 'a4.pdf' }],
    ['barn-og-unge', { sted: 'skole', format: 'a4.pdf' }],
    ['til-fastlegen', { sted: 'fastlege', format: 'a5.pdf' }],
  ])('is not drawn of %s for %j', async (slug, query) => {
    expect((await fetchFile(slug, query as Record<string, string>)).status).toBe(404)
  })

  test('leads on also when somebody types half of the address, or a place that is not on the list', async () => {
    const arrive = async (path: string) => {
      const { status, url } = await fetch(served.site.origin + path)
      const { pathname, search } = new URL(url)
      return [status, pathname + search]
    }
    expect(await arrive('/p/frivillig')).toEqual([200, '/bli-frivillig/'])
    expect(await arrive('/p/kaffe/TANNLEGE/')).toEqual([200, '/ta-en-kaffe/?kanal=tannlege'])
    expect(await arrive('/p/kaffe/frisør/')).toEqual([200, '/ta-en-kaffe/'])
    expect(await arrive('/p/unge/skole/')).toEqual([200, '/barn-og-unge/'])
    expect((await fetch(`${served.site.origin}/p/finnes-ikke/tannlege/`)).status).toBe(404)
  })
})

test('the screen in a lobby shows one flyer a minute, and between them what is usual', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 720 } })
  const seen = new Set<string>()
  for (let minute = 0; minute < 6; minute++) {
    await page.clock.setFixedTime(new Date(Date.UTC(2026, 10, 29, 11, minute)))
    await page.goto(`${served.site.origin}/infoskjerm/`)
    await page.locator('.updated', { hasText: /\d/ }).waitFor()
    const visible = page.locator('.below section:visible')
    expect(await visible.count()).toBe(1)
    seen.add(await visible.locator('h2').innerText())
    const code = await readQr(await page.locator('.qr:visible').screenshot())
    expect(code).toMatch(/^https?:\/\/[^/]+(\/p\/[a-z]+\/infoskjerm\/|\/barn-og-unge\/|\/kafe\/|\/)$/)
  }
  expect(seen.size).toBe(6)
  await page.close()
})
