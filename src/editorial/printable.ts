/** Which characters can be set on paper: those of the typeface there, which a test compares with its files. */

/** Latin letters, and the signs of Norwegian print. */
const inTypeface =
  /[\x20-\x7E\xA0-\u0107\u010A-\u0113\u0116-\u011B\u011E-\u0123\u0126-\u0127\u012A\u012B\u012E\u012F\u0131\u0136\u0137\u013B-\u013E\u0141-\u0148\u0150-\u0155\u0158-\u015B\u015E-\u0165\u016A\u016B\u016E-\u0173\u0178-\u017E\u0192\u0218-\u021B\u02C6\u02C7\u02DA\u02DC\u02DD\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020\u2022\u2026\u2039\u203A\u2044\u20AC\u2113\u2122\u2212\u2215]/u

/** Sámi letters that the typeface lacks, and the one beside it has. */
export const inAndika: RegExp = /[ŊŋŦŧ]/u

/** Characters that the typeface lacks, and what stands in for each. */
const standIns: Readonly<Record<string, string>> = {
  '→': '–',
  '←': '–',
  '\u2010': '-',
  '\u2011': '-',
  '\u202F': '\xA0',
  '\u2009': ' ',
  '\t': ' ',
  '\r': '',
  '\u00AD': '',
}

/**
 * The text as the typeface can write it: no character is left without a glyph.
 *
 * @example printable('Skjema → svar 🙂') // 'Skjema – svar '
 */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(/[^\n]/gu, (character) => nearest(character) ?? '')

/** What cannot be written at all, each once, in the order of the text. */
export const findUnprintable = (text: string): string[] => [
  ...new Set([...text.normalize('NFC')].filter((each) => each !== '\n' && nearest(each) === undefined)),
]

function nearest(character: string): string | undefined {
  const standIn = standIns[character]
  if (standIn !== undefined) return standIn
  if (inTypeface.test(character) || inAndika.test(character)) return character
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain !== '' && [...plain].every((each) => inTypeface.test(each)) ? plain : undefined
}
