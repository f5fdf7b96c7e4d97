/**
 * Typed text as it is kept: NFC, no controls, no invisible marks that could turn or split what others read. Letters
 * of every script, emoji and the joiners they need stay. Unicode 16, chapter 23.
 */

/** Controls but tab and line feed, soft hyphen, directional marks, zero-width space and its kin. Not ZWJ and ZWNJ. */
const invisible =
  /(?![\t\n])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/**
 * Text on several lines. Line ends become `\n`; at most one empty line in a row.
 *
 * @example cleanText('  Hei\r\n\r\n\r\n\u0000du ') // 'Hei\n\ndu'
 */
export function cleanText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .normalize('NFC')
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Text on one line. Every kind of white space becomes one space.
 *
 * @example cleanLine(' Åse\u00a0 Fjord\n') // 'Åse Fjord'
 */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/g, ' ')
