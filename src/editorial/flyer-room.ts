/**
 * Whether the words of a flyer leave type of ten points on the smallest paper that it is made for. Reckoned and not
 * measured, so that it can be said when the words are saved; what is drawn is always as large as there is room for.
 */
import { definitionOf, type Flyer, type FlyerSlug, papersOf } from './flyer.ts'

/** Of a line of running text on A4, in ems, and of a character of it. */
const lineHeight = 1.32
const characterWidth = 0.5
/** What is left on A4 for title, introduction and sections, in points, and how wide it is. */
const room = 574
const width = 507
/** Points on A4. A5 is 0.7 of it. */
const least = { A4: 10, A5: 10 / 0.705 }

/** Of dates and numbers as most have them, in lines. */
const filledLines: Readonly<Record<NonNullable<ReturnType<typeof definitionOf>['filledWith']>, number>> = {
  'next-course': 2,
  course: 9,
  cafes: 9,
  'cafe-plan': 22,
  allocation: 1,
  'help-line': 3,
  'help-lines': 9,
}

/**
 * How many lines there are too many; 0 when there is room.
 *
 * @example tooManyLines('kurs', words) // 0
 */
export function tooManyLines(slug: FlyerSlug, { title, intro, sections, filled }: Flyer): number {
  const { filledWith, line } = definitionOf(slug)
  const size = papersOf(slug).includes('A5') ? least.A5 : least.A4
  const lines = (text: string, scale = 1) =>
    Math.ceil((text.length * characterWidth * scale * size) / (width * 0.97))
  const heading = 1.35 * 1.9
  const used = [
    lines(title, 2.9) * 2.9 * 1.08,
    lines(intro, 1.35) * 1.35 * 1.3 + 0.5,
    ...sections.flatMap(({ text, points }) => [
      heading,
      ...(text ? [lines(text) * lineHeight + 0.35] : []),
      ...points.map((point) => lines(point) * lineHeight + 0.32),
    ]),
    filled && filledWith ? heading + filledLines[filledWith] * (lineHeight + 0.2) : 0,
    line ? 2.4 : 0,
  ]
  const over = used.reduce((sum, height) => sum + height, 0) - room / size
  return Math.max(0, Math.ceil(over / lineHeight))
}

/** For whoever saves the words. */
export const sayTooManyLines = (count: number): string =>
  `Plakaten har for mye tekst: skriften blir for liten å lese. Ta bort omtrent ${count === 1 ? 'én linje' : `${count} linjer`}`
