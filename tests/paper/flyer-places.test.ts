/** Where the texts of a flyer stand, for a municipality whose name is longer than that of any we know. */
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { flyerSlugs, papersOf } from '#editorial/flyer.ts'
import { flyerPdf } from '#paper/flyer/draw.ts'
import { flyerSvg, pictureSizes } from '#paper/picture/flyer-picture.ts'
import { factsOf, sheetOf, textsOf } from './flyer-sheets.ts'

const hamar = factsOf('hamar')
const long = 'Nordre Øverbygd og Sørøyene'
const facts = {
  ...hamar,
  municipality: { ...hamar.municipality, name: long, officialName: `${long} kommune` },
  draft: `Utkast – ikke kontrollert av ${long} kommune`,
  origin: 'https://parorende.nordre-overbygd-og-soroyene.kommune.example',
}

/** A line of text or a part of one: from where it begins, with its baseline, down from the top. */
interface Piece {
  readonly x: number
  readonly end: number
  readonly baseline: number
  readonly size: number
}

async function piecesOfPdf(bytes: Uint8Array): Promise<{ pieces: Piece[]; width: number; height: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  expect(pdf.numPages).toBe(1)
  const page = await pdf.getPage(1)
  const [, , width = 0, height = 0] = page.view
  const { items } = await page.getTextContent()
  const pieces = items.flatMap((item) => {
    if (!('str' in item) || !item.str.trim()) return []
    const [, , c, d, x, y] = item.transform as [number, number, number, number, number, number]
    return [{ x, end: x + item.width, baseline: height - y, size: Math.hypot(c, d) }]
  })
  return { pieces, width, height }
}

/** Glyph by glyph: a flyer's typeface has 1000 units to the em. */
const piecesOfSvg = (svg: string): Piece[] =>
  [...svg.matchAll(/<path transform="translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+) -[\d.]+\)"/g)].map(
    ([, x, baseline, scale]) => {
      const size = Number(scale) * 1000
      return { x: Number(x), end: Number(x) + size * 0.3, baseline: Number(baseline), size }
    },
  )

/** Pairs of which one is drawn over the other, though they are not of one line. */
const collisions = (pieces: readonly Piece[]) =>
  pieces.flatMap((lower) =>
    pieces.filter(
      (upper) =>
        lower.baseline - upper.baseline > 0.5 &&
        lower.baseline - lower.size * 0.75 < upper.baseline + upper.size * 0.1 &&
        lower.x < upper.end &&
        upper.x < lower.end,
    ),
  )

describe.each(flyerSlugs)('with a long name the flyer %s', (slug) => {
  const sheet = sheetOf(slug, facts)

  test.each(papersOf(slug))('keeps its texts on %s, and none over another', async (paper) => {
    const { pieces, width, height } = await piecesOfPdf(await flyerPdf(sheet, paper))
    expect(pieces.length).toBeGreaterThan(8)
    expect(Math.min(...pieces.map(({ x }) => x))).toBeGreaterThan(width * 0.05)
    expect(Math.max(...pieces.map(({ end }) => end))).toBeLessThan(width * 0.95)
    expect(Math.max(...pieces.map(({ baseline }) => baseline))).toBeLessThan(height * 0.99)
    expect(Math.min(...pieces.map(({ size }) => size))).toBeGreaterThanOrEqual(paper === 'A5' ? 8.4 : 10)
    expect(collisions(pieces)).toEqual([])
  })

  test.each(['kvadrat', 'bred'] as const)('keeps its texts in the picture, %s', (name) => {
    const [width, height] = pictureSizes[name]
    const pieces = piecesOfSvg(flyerSvg(sheet, name))
    expect(pieces.length).toBeGreaterThan(100)
    expect(Math.max(...pieces.map(({ end }) => end))).toBeLessThan(width - 36)
    expect(Math.max(...pieces.map(({ baseline }) => baseline))).toBeLessThan(height - 20)
    expect(collisions(pieces)).toEqual([])
  })
})

test.each(['kafe-etter-pa', 'kafe-halvaret'] as const)(
  'with three cafés a week %s shows what there is room for, and says where all of it is',
  async (slug) => {
    const fjordvik = factsOf('fjordvik')
    const [first] = fjordvik.cafes.filter(({ confirmedAt }) => confirmedAt)
    if (!first) throw new Error('expected a confirmed café, got none')
    const weekly = { lastDate: undefined, nth: undefined, weeks: 1 }
    const days = [
      { weekday: 'mandag', firstDate: '2026-11-23' },
      { weekday: 'onsdag', firstDate: '2026-11-25' },
      { weekday: 'fredag', firstDate: '2026-11-27' },
    ] as const
    const cafes = days.map((day) => ({
      ...first,
      slug: day.weekday,
      title: `Kafé Etter-På, ${day.weekday}`,
      rule: { ...weekly, ...day },
      exceptions: [],
      topics: [],
    }))
    const sheet = sheetOf(slug, { ...fjordvik, cafes })
    const lines = sheet.blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []))
    expect(lines.length).toBe(slug === 'kafe-halvaret' ? 20 : 5)
    if (slug === 'kafe-halvaret')
      expect(textsOf(sheet)).toContain('Alle datoer: parorende.fjordvik.example/kafe')
    for (const paper of papersOf(slug)) {
      const { pieces, height } = await piecesOfPdf(await flyerPdf(sheet, paper))
      expect(Math.min(...pieces.map(({ size }) => size))).toBeGreaterThanOrEqual(9)
      expect(Math.max(...pieces.map(({ baseline }) => baseline))).toBeLessThan(height * 0.99)
      expect(collisions(pieces)).toEqual([])
    }
  },
)
