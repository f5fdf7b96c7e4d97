/** Where an act leads back to. The address comes with the form, so it is believed only as a path of our own. */

/**
 * A path below /koordinator/, whatever was sent.
 *
 * @param sent the field `_til` or the query `til`
 * @param otherwise when nothing was sent, or something that leads elsewhere
 * @example wayBack('/koordinator/frivillige/?side=2', '/koordinator/') // '/koordinator/frivillige/?side=2'
 * @example wayBack('//evil.example/', '/koordinator/') // '/koordinator/'
 */
export function wayBack(sent: string | null | undefined, otherwise: string): string {
  const url = URL.parse(sent ?? '', 'http://here')
  const isOwn = url?.origin === 'http://here' && url.pathname.startsWith('/koordinator/')
  return isOwn ? url.pathname + url.search : otherwise
}

/** The way back with the word of what was done, or why not; the fragment gives these words the focus. */
export function backWith(way: string, name: 'gjort' | 'ikke', word: string): string {
  const url = new URL(way, 'http://here')
  for (const each of ['gjort', 'ikke']) url.searchParams.delete(each)
  url.searchParams.set(name, word)
  return `${url.pathname}${url.search}#gjort`
}
