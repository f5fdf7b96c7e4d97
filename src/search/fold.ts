/** One spelling for what people write in many ways: with and without æ, ø and å, accents, capitals, doubled letters. */

const letters: readonly (readonly [RegExp, string])[] = [
  [/\p{M}/gu, ''],
  [/æ|ae/g, 'e'],
  [/ø|oe/g, 'o'],
  // After NFD and without its ring, å is already a.
  [/aa/g, 'a'],
]

/** Without æ, ø, å and accents, else as written. @example foldLetters('Kafé Åsen') // 'kafe asen' */
export function foldLetters(word: string): string {
  let folded = word.toLowerCase().normalize('NFD')
  for (const [from, to] of letters) folded = folded.replace(from, to)
  return folded
}

/**
 * Folds a word. Pages and questions are folded alike, so it does not matter that `noen` becomes `non`.
 * Doubled letters are the commonest spelling error in Norwegian, and inflection doubles them: hjem, hjemmet.
 *
 * @example fold('Pårørende') === fold('paaroerende') // 'parorende'
 */
export const fold = (word: string): string => foldLetters(word).replace(/(\p{L})\1+/gu, '$1')

/** The words of a text as they stand. A hyphen parts them. */
export const splitWords = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
