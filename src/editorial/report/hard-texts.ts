/** Pages that are harder to read than those they speak to should meet. An editor's text is never stopped for it. */
import { measureReadability, readabilityLimits } from '../readability.ts'
import type { ReportedPage } from './content.ts'
import type { Finding } from './finding.ts'

/** Fewer words than this say nothing about how hard a text is. */
export const fewWords = 40
/** LIX counts long words as they are in Norwegian. */
export const measured = 'nb'

export function hardTexts(pages: readonly ReportedPage[]): Finding[] {
  return pages.flatMap(({ file, locale, audience, blocks }) => {
    const limit = readabilityLimits[audience]
    const { words, lix, meanSentence, hardest } = measureReadability(blocks.map((block) => block.text))
    const isEasy = lix <= limit.lix && meanSentence <= limit.meanSentence
    if (locale !== measured || words < fewWords || isEasy) return []
    return [
      {
        file,
        lines: [
          `LIX ${round(lix)} (høyst ${limit.lix}), ${round(meanSentence)} ord i setningen (høyst ${limit.meanSentence}). De tyngste setningene:`,
          ...hardest.map(({ text }) => `«${text}»`),
        ],
      },
    ]
  })
}

const round = (number: number) => number.toFixed(1).replace('.', ',')
