/** Whether a request that changes something comes from our own pages: the guard against forged forms. */

/**
 * Browsers say themselves whether a form was sent from the same site; older ones and plain http give the origin. A
 * request with neither is no browser, and carries nobody's cookies along.
 *
 * @param origin where the public reaches the site, with the scheme that the browser sees in front of any proxy;
 *   nothing when nobody has said, then the host that the browser named decides
 * @example isOwnOrigin(new Request('http://x/', { method: 'POST', headers: { origin: 'http://evil' } }), undefined) // false
 */
export function isOwnOrigin(request: Request, origin: string | undefined): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const claimed = request.headers.get('origin')
  if (claimed === null) return true
  if (origin !== undefined) return claimed === origin
  return URL.canParse(claimed) && new URL(claimed).host === new URL(request.url).host
}
