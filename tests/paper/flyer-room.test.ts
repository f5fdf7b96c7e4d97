import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkText } from '#editing/check-text.ts'
import { type Flyer, type FlyerSlug, flyerSchema, flyerSlugs, papersOf } from '#editorial/flyer.ts'
import { tooManyLines } from '#editorial/flyer-room.ts'
import { flyerPdf } from '#paper/flyer/draw.ts'
import { fillFlyer } from '#paper/flyer/fill.ts'
import { factsOf, wordsOf } from './flyer-sheets.ts'
import { readPdf } from './read-pdf.ts'

/** Of the panel at the foot and the sender on A4, which are as large whatever the words are. */
const ownSizes = ['12.8', '14.4', '15.0', '18.0', '27.6']

function withPoints(words: Flyer, count: number): Flyer {
  if (count === 0) return words
  const points = Array.from({ length: count }, () => 'Dette er en linje som noen har føyd til på plakaten.')
  return { ...words, sections: [...words.sections.slice(0, 3), { heading: 'Mer', points }] }
}

/** As much as may be saved. */
function fullest(slug: FlyerSlug): Flyer {
  let count = 0
  while (tooManyLines(slug, withPoints(wordsOf(slug), count + 1)) === 0) count++
  return withPoints(wordsOf(slug), count)
}

// Those with cafés have more to say of dates that are moved than anybody can reckon with.
test.each(flyerSlugs.filter((slug) => !slug.startsWith('kafe')))(
  'as many words on %s as one may save are set in type of ten points on the smallest paper',
  async (slug) => {
    const sheet = fillFlyer(slug, fullest(slug), factsOf('fjordvik', 'none'))
    const { typeSizes } = await readPdf(await flyerPdf(sheet, 'A4'))
    const own = typeSizes.filter((size) => !ownSizes.includes(size.toFixed(1)))
    expect(own.length).toBeGreaterThan(1)
    expect(Math.min(...own)).toBeGreaterThanOrEqual(papersOf(slug).includes('A5') ? 14.1 : 10)
  },
)

test('whoever saves more is told how much to take away', () => {
  const path = 'content/flyers/kurs.yaml'
  const save = (words: Flyer) => checkText(path, flyerSchema, stringify(JSON.parse(JSON.stringify(words))))
  expect(save(wordsOf('kurs'))).toEqual([])
  const long = {
    ...wordsOf('kurs'),
    sections: Array(4).fill(wordsOf('kurs').sections[0]) as Flyer['sections'],
  }
  expect(save(long)).toEqual([
    expect.stringMatching(
      /^Plakaten har for mye tekst: skriften blir for liten å lese. Ta bort omtrent \d+ linjer$/,
    ),
  ])
})
