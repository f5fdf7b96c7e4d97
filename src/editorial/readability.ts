/**
 * How hard a text is: LIX (Björnsson 1968), the words a sentence plus the percentage of words over six letters.
 * Below 30 is easy, above 45 hard. Written for Norwegian.
 */
import type { Audience } from './page.ts'

/** What a text must stay within: LIX, and the mean number of words in a sentence. */
export interface ReadabilityLimit {
  readonly lix: number
  readonly meanSentence: number
}

export const readabilityLimits: Readonly<Record<Audience, ReadabilityLimit>> = {
  adults: { lix: 35, meanSentence: 12 },
  staff: { lix: 35, meanSentence: 12 },
  youth: { lix: 30, meanSentence: 12 },
  children: { lix: 25, meanSentence: 12 },
}

export interface Readability {
  readonly words: number
  readonly sentences: number
  /** Mean words in a sentence. */
  readonly meanSentence: number
  readonly lix: number
  /** The five sentences that weigh most, hardest first. */
  readonly hardest: readonly HardSentence[]
}

export interface HardSentence {
  readonly text: string
  readonly lix: number
  readonly words: number
  /** Those over six letters. */
  readonly longWords: readonly string[]
}

/** Abbreviations whose full stop ends no sentence. */
const abbreviations = /\b(kl|ca|f\.eks|bl\.a|osv|nr|jf|mfl|m\.m|t\.o\.m|pr|tlf|maks|kap)\./gi
const word = /[\p{L}\p{N}][\p{L}\p{N}'’\-–]*/gu

/**
 * Measures running text.
 *
 * @param blocks one string for each paragraph, heading and list item: the end of a block ends a sentence
 * @returns figures of 0 for empty text
 * @example measureReadability(['Du kan få hjelp. Det er gratis.']).meanSentence // 3.5
 */
export function measureReadability(blocks: readonly string[]): Readability {
  const sentences = blocks
    .flatMap(sentencesOf)
    .map(weigh)
    .filter((each) => each.words > 0)
  const words = sum(sentences.map((each) => each.words))
  const long = sum(sentences.map((each) => each.longWords.length))
  const hardest = sentences
    .map((each) => ({ ...each, lix: lixOf(each.words, 1, each.longWords.length) }))
    .sort((a, b) => b.lix - a.lix)
    .slice(0, 5)
  return {
    words,
    sentences: sentences.length,
    meanSentence: words === 0 ? 0 : words / sentences.length,
    lix: words === 0 ? 0 : lixOf(words, sentences.length, long),
    hardest,
  }
}

const lixOf = (words: number, sentences: number, long: number) => words / sentences + (100 * long) / words
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** The sentences of a block; an abbreviation ends none. */
export function sentencesOf(block: string): string[] {
  const whole = block
    .replace(abbreviations, (match) => match.replaceAll('.', '․'))
    .replace(/(\d)\.(\d)/g, '$1․$2')
  return whole.split(/(?<=[.!?:…])["»”)]*\s+/u).map((sentence) => sentence.replaceAll('․', '.'))
}

/** Numbers and names inside a sentence are never counted as long: they are not what makes a text hard. */
function weigh(sentence: string) {
  const found = [...sentence.matchAll(word)].map((match) => match[0])
  const longWords = found.filter((each, index) => {
    const isName = index > 0 && /^\p{Lu}/u.test(each)
    return !isName && !/\d/.test(each) && [...each].length > 6
  })
  return { text: sentence.trim(), words: found.length, longWords }
}
