/** Which of two hostnames a request is for, when the pages for those who work here have one of their own. */
import { isStaffPath } from '#access/permission.ts'
import type { Environment } from '#env.ts'

/** Where the request is: an origin to answer on, an address to go to instead, or why nobody answers. */
export type Place =
  | { readonly origin: string }
  | { readonly location: string }
  | { readonly status: 404 | 421 }

/**
 * With STAFF_URL the Host header decides, so a proxy must pass it on. The pages for staff are found on their own host
 * alone, and the public one does not tell where that is. Public addresses asked for on the staff host lead to the
 * public one; a host that is neither is not ours.
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
      return isStaffPath(path) ? { status: 404 } : { origin: publicUrl.origin }
    case staffUrl.host:
      if (isStaffPath(path) || isShared) return { origin: staffUrl.origin }
      return { location: path === '/' ? '/koordinator/' : publicUrl.origin + encodeURI(path) }
    default:
      return { status: 421 }
  }
}

/** As a URL writes it: lower case, and without the port that goes without saying. */
const hostOfUrl = (host: string, { protocol }: URL) => new URL(`${protocol}//${host}`).host
