import type { Audience } from '#editorial/page.ts'
import { measureReadability, readabilityLimits } from '#editorial/readability.ts'
import type { Check } from '../check.ts'

/** Fewer words than this say nothing about how hard a text is. */
const fewWords = 40

export const readability: Check = {
  name: 'is easy to read for those it speaks to',
  find: ({ facts }) => {
    const limit = readabilityLimits[facts.audience as Audience]
    if (!limit) return [`expected data-audience on <body>, got ${facts.audience}`]
    const text = measureReadability(facts.blocks.map((block) => block.text))
    if (text.words < fewWords || (text.lix <= limit.lix && text.meanSentence <= limit.meanSentence)) return []
    return [
      `expected LIX ${limit.lix} and ${limit.meanSentence} words a sentence at most, got ${text.lix.toFixed(1)} and ${text.meanSentence.toFixed(1)}`,
      ...text.hardest.map((sentence) => `LIX ${sentence.lix.toFixed(0)}: ${sentence.text}`),
    ]
  },
}
