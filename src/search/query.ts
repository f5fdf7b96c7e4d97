/** What somebody asks, as it came with the address. */

/** A longer question is cut here: no page needs more words to be found. */
export const longestQuery = 100

/** @example readQuery(new URLSearchParams('q=++hvem+kan+hjelpe%3F')) // 'hvem kan hjelpe?' */
export function readQuery(parameters: URLSearchParams): string {
  const asked = (parameters.get('q') ?? '').toWellFormed().replace(/[\s\p{Cc}]+/gu, ' ')
  return [...asked].slice(0, longestQuery).join('').trim()
}
