import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { onFewestPages } from '#paper/pdf/fewest-pages.ts'
import { sheetPdf } from '#paper/sheet-pdf.ts'
import { workOf } from '../work.ts'
import { everyElement, problemsOfPdf } from './check-pdf.ts'
import { everything, madeUpSheet, signs } from './made-up-sheet.ts'
import { type ReadPdf, readPdf } from './read-pdf.ts'

let bytes: Uint8Array
let pdf: ReadPdf
const typesOf = () => everyElement(pdf.elements).map(({ type }) => type)

beforeAll(async () => {
  bytes = await sheetPdf(madeUpSheet())
  pdf = await readPdf(bytes)
})

describe('a sheet as a PDF', () => {
  test('is tagged, titled, in its language and set in parts of our typeface', () => {
    expect(pdf.drawn.length).toBeGreaterThan(500)
    expect(problemsOfPdf(pdf, { title: 'Avtale <til> Åse & co', language: 'nb-NO' })).toEqual([])
  })

  test('has every kind of element that the text has', () => {
    expect(new Set(typesOf())).toEqual(
      new Set('H1 H2 H3 P L LI Lbl LBody Table TR TH TD BlockQuote Link'.split(' ')),
    )
    expect(typesOf().filter((type) => type === 'H2')).toHaveLength(2)
    expect(typesOf().filter((type) => type === 'TH')).toHaveLength(3)
    expect(typesOf().filter((type) => type === 'TD')).toHaveLength(6)
    expect(pdf.raw.match(/\/Scope \/Column/g)).toHaveLength(3)
  })

  test('breaks a word without end, in seconds', async () => {
    const work = workOf(async () => {
      const { pages } = await readPdf(await sheetPdf(madeUpSheet('å'.repeat(30_000))))
      expect(pages).toBeGreaterThan(3)
    })
    expect(await work).toBeLessThan(10_000)
  })

  test('says the words of the text, once and in order', () => {
    const words = pdf.elements.map(({ text }) => text.replace(/\s+/g, ' ').trim())
    expect(words.slice(0, 4)).toEqual([
      'Avtale <til> Åse & co',
      'Avtalen mellom den frivillige og kommunen.',
      'Før møtet',
      'Du må ikke lese alt. Les om kurset, gjerne før du kommer, eller ring koordinatoren. Kárášjohka, Porsáŋgu, Đorđe og Ærlend – alle skrives.',
    ])
    expect(words).toContain('1. Først dette 2. Så dette')
    expect(words.slice(-8)).toEqual(
      [
        'Hva er viktig for deg?',
        'Frivillig',
        'Sted og dato',
        'Underskrift',
        'Koordinator',
        'Sted og dato',
        'Underskrift',
        `${signs} · Versjon 1.0, 22. november 2026 · Ansvarlig: koordinator · Laget av prosjektet`,
        'Etter en idé av andre example.org',
      ].slice(-8),
    )
  })

  test('leads where the text leads, by the address of the site', () => {
    expect(pdf.links.map(({ href }) => href)).toEqual([
      'https://parorende.fjordvik.example/kurs/',
      'tel:62000000',
      'https://example.org/',
    ])
  })

  test('leaves the numbers of the pages to the eye', () => {
    expect(pdf.artifacts).toContain('Side 1 av 2')
    expect(pdf.drawn).not.toContain('Side 1')
  })

  test('is small', () => {
    expect(bytes.length).toBeLessThan(45_000)
  })

  test('is the same bytes every time, also in another time zone and another process', async () => {
    expect(Buffer.compare(await sheetPdf(madeUpSheet()), bytes)).toBe(0)
    const script = `
      const { sheetPdf } = await import('#paper/sheet-pdf.ts')
      const { madeUpSheet } = await import('./tests/paper/made-up-sheet.ts')
      const { createHash } = await import('node:crypto')
      console.log(createHash('sha256').update(await sheetPdf(madeUpSheet())).digest('hex'))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { TZ: 'America/Los_Angeles', LC_ALL: 'C' },
    })
    expect(stdout.trim()).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('has another id when a word is another', async () => {
    const other = await readPdf(await sheetPdf(madeUpSheet(everything.replace('Bestill', 'Finn'))))
    const idOf = ({ raw }: ReadPdf) => /\/ID \[<(\w+)>/.exec(raw)?.[1]
    expect(idOf(pdf)).toMatch(/^[0-9a-f]{32}$/)
    expect(idOf(other)).not.toBe(idOf(pdf))
  })

  test('refuses what cannot stand on paper, by name', async () => {
    const film = madeUpSheet('<Film file="kurs" title="Kurs" transcript="Hei" />')
    expect(() => sheetPdf(film)).toThrow('expected a block that can stand on paper, got <Film>')
  })
})

describe('the type of a sheet', () => {
  test.each([
    ['is the largest where all of it has room on one page', () => 1, 13],
    ['is no larger than that it takes no more pages', (size: number) => (size > 12 ? 2 : 1), 12],
    [
      'is smaller where that saves a page, and not smaller than that',
      (size: number) => (size > 11 ? 2 : 1),
      11,
    ],
    ['is the smallest where only that saves a page', (size: number) => (size > 10.5 ? 3 : 2), 10.5],
    ['is the usual in a long text', (size: number) => Math.ceil(size * 10), 11.5],
  ])('%s', (_, count, expected) => {
    expect(onFewestPages(count)).toBe(expected)
  })

  test('makes a short sheet easy to read', async () => {
    const { pages, typeSizes } = await readPdf(await sheetPdf(madeUpSheet('Kort.')))
    expect([pages, typeSizes.includes(13)]).toEqual([1, true])
  })
})

describe('over several pages', () => {
  const rows = Array.from({ length: 60 }, (_, row) => `| ${row + 1} | Ring nummer ${row + 1} |`)
  const long = `## Liste\n\n| Nr | Hva |\n|---|---|\n${rows.join('\n')}\n\n${'Dette er en setning om kurset. '.repeat(200)}\n\n${'## Mer\n\nKort.\n\n'.repeat(30)}`

  test('a table has its headings on each page, said once', async () => {
    const read = await readPdf(await sheetPdf(madeUpSheet(long)))
    expect(read.pages).toBeGreaterThan(3)
    expect(problemsOfPdf(read, { title: 'Avtale <til> Åse & co', language: 'nb-NO' })).toEqual([])
    expect(everyElement(read.elements).filter(({ type }) => type === 'TH')).toHaveLength(2)
    expect(read.artifacts.match(/Nr/g)?.length).toBeGreaterThan(0)
  })

  test('no heading stands last on a page, and no single line of a paragraph is left behind', async () => {
    const read = await readPdf(await sheetPdf(madeUpSheet(long)))
    const last = read.elements.filter((each, index) => (read.elements[index + 1]?.page ?? 0) > each.page)
    expect(last.length).toBeGreaterThan(2)
    expect(last.filter(({ type }) => /^H\d/.test(type))).toEqual([])
  })

  test('who signs stands together on one page', async () => {
    const pages = new Set<number>()
    for (let lines = 20; lines < 32; lines++) {
      const mdx = `${'Kort linje.\n\n'.repeat(lines)}<Signatures of="Frivillig, Koordinator" />`
      const read = await readPdf(await sheetPdf(madeUpSheet(mdx)))
      const from = read.elements.findIndex(({ text }) => text.trim() === 'Frivillig')
      expect(from).toBeGreaterThan(lines)
      const signed = new Set(read.elements.slice(from, from + 6).map(({ page }) => page))
      expect(signed.size).toBe(1)
      for (const page of signed) pages.add(page)
    }
    expect(pages).toEqual(new Set([1, 2]))
  })
})
