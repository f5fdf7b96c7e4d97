/** Which of two hostnames a request is for, when the pages for those who work here have one of their own. */
import { isStaffPath } from '#access/permission.ts'
import type { Environment } from '#env.ts'

/** Where the request is: an origin to answer on, an address to go to instead, or why nobody answers. */
type Place = { readonly origin: string } | { readonly location: string } | { readonly status: 421 }

/**
 * With STAFF_URL the Host header decides, so a proxy must pass it on. Each page is drawn on its own host alone, and
 * asked for on the other it leads there: from the foot of every public page, and from old mail. A form that is led from
 * one host to the other is refused there, for it comes from elsewhere. A host that is neither is not ours.
 *
 * @param host as the client named it
 * @param path decoded, without the query
 * @example placeOf('koordinator.kommune.no', '/kafe/', environment) // { location: 'https://parorende.kommune.no/kafe/' }
 */
export function placeOf(
  host: string,
  path: string,
  { publicUrl, staffUrl }: Pick<Environment, 'publicUrl' | 'staffUrl'>,
): Place {
  if (!publicUrl) return { origin: `http://${host}` }
  if (!staffUrl) return { origin: publicUrl.origin }
  const isShared = path.startsWith('/_assets/')
  switch (hostOfUrl(host, publicUrl)) {
    case publicUrl.host:
      return isStaffPath(path)
        ? { location: staffUrl.origin + encodeURI(path) }
        : { origin: publicUrl.origin }
    case staffUrl.host:
      if (isStaffPath(path) || isShared) return { origin: staffUrl.origin }
      return { location: path === '/' ? '/koordinator/' : publicUrl.origin + encodeURI(path) }
    default:
      return { status: 421 }
  }
}

/** As a URL writes it: lower case, and without the port that goes without saying. */
const hostOfUrl = (host: string, { protocol }: URL) => new URL(`${protocol}//${host}`).host
