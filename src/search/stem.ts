/**
 * A light stemmer for bokmål and nynorsk: takes off one ending of nouns and adjectives, and leaves verbs mostly
 * alone. After Jacques Savoy's light stemmer (as in Lucene's NorwegianLightStemmer), without the endings that parted
 * words of this field: `-te` (støtte), `-este` (tjeneste), `-n` (barn).
 */

/** Longest first, so that `-heten` is not taken for `-en`. */
const endings =
  'elsene heten heter heita elsen elser ande else ende eren erne aren ane ene are ere het heit ar en er et a e'.split(
    ' ',
  )

/** What must be left of a word: `møte` stays, for `mø` would fit too much. */
const shortestStem = 3

/**
 * @param folded a word from `fold`
 * @example stem('avlastningene') === stem('avlastninga') // 'avlastning'
 */
export function stem(folded: string): string {
  const word = folded.length > 4 ? folded.replace(/s$/, '') : folded
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortestStem)
  return ending ? word.slice(0, -ending.length) : word
}
