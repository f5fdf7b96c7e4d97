/**
 * What each role may see and do below /koordinator/ and /admin/. The middleware asks here for every request, so no page can
 * forget; a test asks for every page that there is.
 *
 * - The coordinator does everything.
 * - The deputy does the same work, also while nobody is noted as away: whoever falls ill has no time to note it. What
 *   she reads and does stands in the log under her own name.
 * - The reader sees figures and dates, and no people.
 * - The editor publishes, and sees no people.
 */
import type { Role } from '#db/tables.ts'

/** Most may first: where somebody could have several roles, the first counts. */
export const roles: readonly Role[] = ['coordinator', 'deputy', 'editor', 'reader']

/** What each role is called where people read it, and what it gives. */
export const roleNames: Readonly<Record<Role, string>> = {
  coordinator: 'koordinator',
  deputy: 'vikar',
  editor: 'redaktør',
  reader: 'leser',
}

export const roleGives: Readonly<Record<Role, string>> = {
  coordinator: 'Du ser og gjør alt på sidene for koordinatoren.',
  deputy:
    'Du gjør det samme som koordinatoren, men ser ikke hele loggen. Det du leser og gjør, står der med navnet ditt.',
  editor: 'Du endrer tekster og datoer på nettstedet. Du ser ikke hvem som har tatt kontakt.',
  reader: 'Du ser tall og datoer. Du ser ikke hvem det gjelder, og du kan ikke endre noe.',
}

const doers: readonly Role[] = ['coordinator', 'deputy']
const counters: readonly Role[] = ['coordinator', 'deputy', 'reader']

interface Area {
  /** Who may look. */
  readonly read: readonly Role[]
  /** Who may change something. */
  readonly act: readonly Role[]
  /** The table whose rows the pages show, for the log of who was turned away. */
  readonly records?: string
}

/** Everything below these paths needs a session of one of these roles. The longest path that fits decides. */
const areas: Readonly<Record<string, Area>> = {
  '/koordinator': { read: doers, act: doers },
  '/koordinator/min-tilgang': { read: roles, act: roles },
  '/koordinator/frivillige': { read: doers, act: doers, records: 'volunteers' },
  '/koordinator/henvendelser': { read: doers, act: doers, records: 'referrals' },
  '/koordinator/koblinger': { read: doers, act: doers, records: 'matches' },
  '/koordinator/innsendinger': { read: doers, act: doers, records: 'submissions' },
  '/koordinator/kurs': { read: doers, act: doers, records: 'sign_ups' },
  '/koordinator/kafe': { read: counters, act: doers },
  '/koordinator/tall': { read: counters, act: doers },
  '/koordinator/kapasitet': { read: counters, act: doers },
  '/koordinator/tilbakemeldinger': { read: ['coordinator', 'deputy', 'editor'], act: doers },
  '/koordinator/publisering': { read: ['coordinator', 'editor'], act: ['coordinator', 'editor'] },
  '/admin': { read: ['coordinator', 'editor'], act: ['coordinator', 'editor'] },
  '/koordinator/revisjon': { read: ['coordinator'], act: [] },
}

/** Paths that belong to those who work here: on a hostname of their own they are found nowhere else. */
const staffPaths = ['/koordinator', '/admin', '/logg-inn', '/logg-ut'] as const

export const isStaffPath = (pathname: string): boolean =>
  staffPaths.some((prefix) => isBelow(plainPath(pathname), prefix))

/**
 * What a request may get.
 *
 * @param method GET and HEAD look, every other one acts
 * @returns `open` to answer, `sign-in` to send to /logg-inn/, `hidden` to answer as if the page did not exist
 * @example decide('/koordinator/tall/', 'reader', 'POST') // 'hidden'
 */
export function decide(
  pathname: string,
  role: Role | undefined,
  method = 'GET',
): 'open' | 'sign-in' | 'hidden' {
  const area = areaOf(pathname)
  if (!area) return 'open'
  if (!role) return 'sign-in'
  const allowed = method === 'GET' || method === 'HEAD' ? area.read : area.act
  return allowed.includes(role) ? 'open' : 'hidden'
}

/** The page that a role starts at. */
export const homeOf = (role: Role): string =>
  doers.includes(role)
    ? '/koordinator/'
    : role === 'reader'
      ? '/koordinator/tall/'
      : '/koordinator/publisering/'

/** The part of the site that an address belongs to; nothing when it is open to all. */
export function areaOf(pathname: string): (Area & { readonly path: string }) | undefined {
  const asked = plainPath(pathname)
  const fitting = Object.entries(areas).filter(([path]) => isBelow(asked, path))
  const longest = fitting.sort(([one], [other]) => other.length - one.length)[0]
  return longest && { path: longest[0], ...longest[1] }
}

const isBelow = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`)

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
