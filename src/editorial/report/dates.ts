/** What the calendar alone makes old: pages to read again, and amounts of a year that has passed. */
import { Temporal } from 'temporal-polyfill'
import type { ProseBlock } from '../prose.ts'
import { sentencesOf } from '../readability.ts'
import type { ReportedPage } from './content.ts'
import { type Finding, sayDate } from './finding.ts'

/** How long before its day a page is listed. */
const ahead = { days: 30 }

/** Pages whose `reviewBy` has passed or comes within 30 days, the oldest first. */
export function pagesToReview(pages: readonly ReportedPage[], today: Temporal.PlainDate): Finding[] {
  const until = today.add(ahead).toString()
  return pages
    .flatMap(({ file, data: { reviewBy, owner } }) =>
      reviewBy && reviewBy <= until ? [{ file, reviewBy, owner }] : [],
    )
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy))
    .map(({ file, reviewBy, owner }) => {
      const day = sayDate(Temporal.PlainDate.from(reviewBy))
      const isLate = reviewBy < today.toString()
      return {
        file,
        lines: [
          `${isLate ? 'Skulle vært sett over innen' : 'Må ses over innen'} ${day}. Ansvarlig: ${owner}.`,
        ],
      }
    })
}

/** Sentences with kroner whose newest year, in the sentence or around it, is an earlier one. */
export function oldAmounts(
  texts: readonly { file: string; blocks: readonly ProseBlock[] }[],
  today: Temporal.PlainDate,
): Finding[] {
  return texts.flatMap(({ file, blocks }) => {
    const lines = blocks.flatMap((block) =>
      sentencesOf(block.text)
        .filter((sentence) => /\d\s?(kroner|kr)\b/i.test(sentence))
        .filter((sentence) => newestYear(sentence, block.context) < today.year)
        .map((sentence) => `«${sentence}»`),
    )
    return lines.length > 0 ? [{ file, lines: [...new Set(lines)] }] : []
  })
}

/** A sentence without a year borrows that of its surroundings. One without any is of every year. */
function newestYear(sentence: string, context: string): number {
  const [years = []] = [sentence, context].map(yearsIn).filter((found) => found.length > 0)
  return years.length > 0 ? Math.max(...years) : Number.POSITIVE_INFINITY
}

const yearsIn = (text: string) => [...text.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year))
