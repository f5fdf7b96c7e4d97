/** The address that a request asks for, read from the request line. */

interface Target {
  /** Decoded, so that one page has one name in memory. */
  readonly path: string
  /** As it came, for the pages that decode for themselves. */
  readonly href: string
  readonly search: string
}

/** What no address of ours holds, decoded or not: hidden slashes, backslashes, control characters, steps upwards. */
const tricks = /%2f|%5c|%25|\\|\p{Cc}|(^|\/)\.\.?(\/|$)/iu

/**
 * @param raw the request target, `/path?query` or `http://host/path?query`
 * @returns nothing when it is not an address that a browser would ask for
 * @example readTarget('/kafe/?side=2') // { path: '/kafe/', href: '/kafe/?side=2', search: '?side=2' }
 */
export function readTarget(raw: string): Target | undefined {
  const origin = raw.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '')
  if (!origin.startsWith('/')) return undefined
  const [rawPath = ''] = origin.split(/[?#]/, 1)
  let path: string
  try {
    path = decodeURIComponent(rawPath)
  } catch {
    return undefined
  }
  if (tricks.test(rawPath) || tricks.test(path)) return undefined
  const url = new URL(`http://host${origin}`)
  return { path, href: url.pathname + url.search, search: url.search }
}
