import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { definitionOf, type FlyerSlug, flyerSlugs, papersOf } from '#editorial/flyer.ts'
import { colours } from '#paper/flyer/colours.ts'
import { flyerPdf } from '#paper/flyer/draw.ts'
import { flyerPicture, pictureSizes } from '#paper/picture/flyer-picture.ts'
import { problemsOfPdf } from './check-pdf.ts'
import { factsOf, sheetOf, textsOf } from './flyer-sheets.ts'
import { readPdf } from './read-pdf.ts'
import { readQr, readQrOf } from './read-qr.ts'

const fjordvik = factsOf('fjordvik', 'needed')
/** No phone confirmed, a café that nobody has confirmed, no course. */
const hamar = factsOf('hamar')
const limit = 60_000

const bare = (text: string) => text.replace(/[\s•]/g, '')

describe.each(flyerSlugs)('the flyer %s', (slug) => {
  const sheet = sheetOf(slug, fjordvik, 'tannlege')
  const texts = textsOf(sheet)

  test.each(papersOf(slug))('is set in type on %s that one can read, in every municipality', async (size) => {
    const least = { A5: 9, A4: 11, A3: 11 * Math.SQRT2 }[size]
    for (const name of ['fjordvik', 'gjovik', 'hamar']) {
      const filled = sheetOf(slug, factsOf(name, definitionOf(slug).line))
      const { typeSizes } = await readPdf(await flyerPdf(filled, size))
      expect(typeSizes.length).toBeGreaterThan(5)
      expect([name, typeSizes[0]]).toEqual([name, expect.toSatisfy((found: number) => found >= least)])
    }
  })

  test.each(papersOf(slug))('is one light page of %s that says all of it', async (size) => {
    const bytes = await flyerPdf(sheet, size)
    const pdf = await readPdf(bytes)
    expect(bytes.length).toBeLessThan(limit)
    expect(pdf.pages).toBe(1)
    expect(texts.length).toBeGreaterThan(8)
    const said = bare(pdf.elements.map(({ text }) => text).join('\n'))
    expect(said).toBe(bare(texts.join('\n')))
    expect(await readQrOf(pdf.streams[0] ?? '')).toBe(sheet.link.href)
  })

  test('says to a screen reader what it is, in which language, and what the code is', async () => {
    const pdf = await readPdf(await flyerPdf(sheet, 'A4'))
    expect(problemsOfPdf(pdf, { title: sheet.documentTitle, language: 'nb-NO' })).toEqual([])
    expect(pdf.elements.filter(({ type }) => type === 'H1')).toHaveLength(1)
    const figures = pdf.elements.filter(({ type }) => type === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual([`QR-kode til ${sheet.link.shown}`])
    expect(pdf.links.map(({ href }) => href)).toContain(sheet.link.href)
    expect(pdf.artifacts.trim()).toBe('')
  })

  test('is the same bytes for the same words and day', async () => {
    expect(await flyerPdf(sheet, 'A4')).toEqual(await flyerPdf(structuredClone(sheet), 'A4'))
  })

  test.each(['kvadrat', 'bred'] as const)(
    'is a picture, %s, with a code that a phone reads',
    async (name) => {
      const png = await flyerPicture(sheet, name)
      const [width, height] = pictureSizes[name]
      const header = Buffer.from(png)
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([width, height])
      expect(png.length).toBeLessThan(150_000)
      expect(await readQr(png)).toBe(sheet.link.href)
      expect(Buffer.compare(header, Buffer.from(await flyerPicture(sheet, name)))).toBe(0)
    },
  )

  test('promises nothing that a municipality has not confirmed', async () => {
    const blank = sheetOf(slug, hamar)
    const own = textsOf(blank).join('\n')
    expect(blank.draft).toMatch(/^Utkast/)
    if (slug !== 'barn-og-unge')
      expect(blank.contact).toEqual({ number: undefined, text: expect.stringMatching(/Spør Hamar kommune/) })
    expect(own).not.toMatch(/62 56 30 10|Heia Hamar|kl\. 12|\[|__/)
    const pdf = await readPdf(await flyerPdf(blank, 'A4'))
    expect([pdf.pages, bare(pdf.elements.map(({ text }) => text).join(''))]).toEqual([1, bare(own)])
  })
})

describe('what a flyer is filled with', () => {
  const said = (slug: FlyerSlug, facts = fjordvik) => textsOf(sheetOf(slug, facts)).join('\n')

  test('is the next course, and the line that the coordinator has chosen', () => {
    expect(said('frivillige-sokes')).toContain('Tirsdag 2. februar 2027 kl. 18.00–20.30')
    expect(said('frivillige-sokes')).toContain('Vi trenger flere frivillige.')
    expect(said('frivillige-sokes', factsOf('fjordvik', 'free'))).not.toContain('flere frivillige.')
    expect(said('til-deg-som-er-parorende', factsOf('fjordvik', 'free'))).toContain(
      'Vi har ledige frivillige.',
    )
    expect(said('frivillige-sokes', hamar)).toContain('Datoen er ikke satt ennå.')
  })

  test('is the coming dates of cafés: a moved one where it is now, a cancelled one only in the plan', () => {
    expect(said('kafe-etter-pa')).toContain('Onsdag 9. desember kl. 13.00–15.00')
    expect(said('kafe-etter-pa')).not.toMatch(/Tirsdag 8\. desember|5\. januar/)
    expect(said('kafe-halvaret')).toMatch(/Tirsdag 5\. januar 2027 kl\. 12\.00–14\.00\. Avlyst/)
    const later = { ...fjordvik, now: Temporal.Instant.from('2026-12-17T20:00:00Z') }
    expect(said('kafe-etter-pa', later)).not.toContain('desember kl.')
  })

  test('is help lines with hours for children and youth, none of them unsure', () => {
    expect(said('barn-og-unge')).toContain('Alarmtelefonen for barn og unge, 116 111. Telefon: hele døgnet.')
    expect(said('barn-og-unge')).toContain('113')
    expect(said('barn-og-unge')).not.toContain('Unge pårørende')
  })

  test('shows on a screen only what there is to come to', () => {
    const shown = (facts: typeof hamar) => flyerSlugs.filter((slug) => sheetOf(slug, facts).slide)
    expect(shown(fjordvik)).toEqual([
      'frivillige-sokes',
      'til-deg-som-er-parorende',
      'kafe-etter-pa',
      'kurs',
      'barn-og-unge',
    ])
    expect(shown(hamar)).toEqual(['frivillige-sokes', 'til-deg-som-er-parorende', 'barn-og-unge'])
  })

  test('leads children, and those who come for coffee, to the page itself', () => {
    const linkOf = (slug: FlyerSlug) => new URL(sheetOf(slug, fjordvik, 'skole').link.href).pathname
    expect(linkOf('barn-og-unge')).toBe('/barn-og-unge/')
    expect(linkOf('kafe-etter-pa')).toBe('/kafe/')
    expect(linkOf('kurs')).toBe('/p/kurs/skole/')
  })
})

test.each(Object.entries(colours))('on paper the theme %s has its colours of the pages', (theme, own) => {
  const [day = ''] = readFileSync(`src/styles/themes/${theme}.css`, 'utf8').split('@media')
  const colourOf = (name: string) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(day)?.[1]
  expect(own).toMatchObject({
    base: colourOf('base'),
    onBase: colourOf('on-base'),
    strong: colourOf('strong'),
    tint: colourOf('tint'),
  })
})
