/** From text to the terms that are compared: folded, without small words, and dialect as the pages would say it. */
import { fold, foldLetters, splitWords } from './fold.ts'
import { stem } from './stem.ts'
import type { SearchWords } from './words.ts'

/** The part of the word list that a question needs. It is sent to the browser, so it is plain data. */
export type LexiconWords = Pick<SearchWords, 'ignored' | 'same'>

export interface Lexicon {
  readonly ignored: ReadonlySet<string>
  /** From the stem of a variant to the word that the pages use. */
  readonly same: ReadonlyMap<string, string>
}

export function createLexicon({ ignored, same }: LexiconWords): Lexicon {
  const variants = same.flatMap(([first = '', ...others]) =>
    others.map((other) => [stem(fold(other)), first] as const),
  )
  return { ignored: new Set(ignored.map(fold)), same: new Map(variants) }
}

/** A word folded, and what is left of it without its ending. */
export interface Term {
  readonly full: string
  readonly stem: string
}

const asOnPages = (word: string, lexicon: Lexicon) => lexicon.same.get(stem(fold(word))) ?? word

/** A question for an index of words as they are written, which has them without æ, ø and å as well. */
export const toPlainQuestion = (query: string, lexicon: Lexicon): string =>
  splitWords(query)
    .filter((word) => !lexicon.ignored.has(fold(word)))
    .map((word) => foldLetters(asOnPages(word, lexicon)))
    .join(' ')

/** @returns nothing for a word that says nothing about what is sought */
export function toTerm(word: string, lexicon: Lexicon): Term | undefined {
  if (lexicon.ignored.has(fold(word))) return undefined
  const full = fold(asOnPages(word, lexicon))
  return { full, stem: stem(full) }
}

/**
 * The terms of a text, each once.
 *
 * @example toTerms('Korleis får eg avlastninga?', lexicon) // [{ full: 'avlastninga', stem: 'avlastning' }]
 */
export function toTerms(text: string, lexicon: Lexicon): Term[] {
  const terms = splitWords(text).flatMap((word) => toTerm(word, lexicon) ?? [])
  return [...new Map(terms.map((term) => [term.stem, term])).values()]
}
