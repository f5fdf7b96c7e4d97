/** Which role may see which part of the site. The middleware asks here for every request, so no page can forget. */
import type { Role } from '#db/tables.ts'

/** What each role is called where people read it. */
export const roleNames: Readonly<Record<Role, string>> = {
  coordinator: 'koordinator',
  deputy: 'vikar',
  editor: 'redaktør',
  reader: 'leser',
}

/** Everything below these paths needs a session of one of these roles. */
const areas: Readonly<Record<string, readonly Role[]>> = {
  '/koordinator': ['coordinator', 'deputy', 'reader'],
}

/**
 * What a request may get.
 *
 * @returns `open` to answer, `sign-in` to send to /logg-inn/, `hidden` to answer as if the page did not exist
 * @example decide('/koordinator/', 'editor') // 'hidden'
 */
export function decide(pathname: string, role: Role | undefined): 'open' | 'sign-in' | 'hidden' {
  const path = plainPath(pathname)
  const area = Object.entries(areas).find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))
  if (!area) return 'open'
  if (!role) return 'sign-in'
  return area[1].includes(role) ? 'open' : 'hidden'
}

/** The page that a role starts at; nothing when no part of the site is for it. */
export function homeOf(role: Role): string | undefined {
  const area = Object.entries(areas).find(([, allowed]) => allowed.includes(role))
  return area && `${area[0]}/`
}

/** Every way to write a path that a router may read as the same: encoded, doubled or backward strokes, capitals. */
function plainPath(pathname: string): string {
  let path = pathname
  try {
    while (decodeURIComponent(path) !== path) path = decodeURIComponent(path)
  } catch {
    // Not an encoding; then no router decodes it either.
  }
  return path.replace(/[\\/]+/g, '/').toLowerCase()
}
