/** Who is signed in: a random id in a cookie, its hash in the database. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import {
  addSession,
  findSession,
  listSessions,
  removeEndedSessions,
  removeSession,
  removeSessionsOf,
  type SessionLimits,
  touchSession,
} from '#db/sessions.ts'
import type { Role, Way } from '#db/tables.ts'
import type { Vault } from '#db/vault.ts'
import { cookieHeader, cookieOf } from './cookie.ts'
import { decide, homeOf, roleNames } from './permission.ts'
import { hashToken, newToken } from './token.ts'

export interface SignedIn {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  /** What the role is called where people read it. */
  readonly roleName: string
  readonly way: Way
  /** The page that she starts at. */
  readonly home: string
  /** Whether a page is there for her: the menu shows no other. */
  sees(path: string): boolean
}

/** What this folder needs of the running deployment. */
export interface Premises {
  readonly db: Database
  readonly vault: Vault
  readonly now: () => Temporal.Instant
  readonly environment: { readonly publicUrl: URL | undefined; readonly staffUrl?: URL | undefined }
  /** Called after a commit that put mail in the outbox. */
  readonly wakeDelivery?: (() => void) | undefined
}

const name = 'pusterom'

/**
 * Minutes without being seen, and hours in all. No provider of accounts tells us when somebody loses her role there;
 * coming back through it does, so those sessions are short. With its own sign-in still alive that costs one press.
 */
const lengths = { link: { idle: 60, longest: 12 }, account: { idle: 30, longest: 4 } } as const

const limitOf = (way: Way, now: Temporal.Instant) => ({
  startedAfter: now.subtract({ hours: lengths[way].longest }),
  seenAfter: now.subtract({ minutes: lengths[way].idle }),
})
const limits = (now: Temporal.Instant): SessionLimits => ({
  link: limitOf('link', now),
  account: limitOf('account', now),
})

/** The person behind a request, if the session in its cookie lives. Being seen keeps it alive. */
export async function signedIn(premises: Premises, request: Request): Promise<SignedIn | undefined> {
  const token = cookieOf(premises, name, request)
  if (!token) return undefined
  const { db, vault } = premises
  const now = premises.now()
  const session = await findSession(db, vault, hashToken(token), limits(now))
  if (!session) return undefined
  const { seenAt, ...person } = session
  // Once a minute is exact enough, and spares a write for each page. On a full disk she can still read.
  if (now.since(seenAt).total('minutes') >= 1)
    await touchSession(db, hashToken(token), now).catch(() => undefined)
  const sees = (path: string) => decide(path, person.role) === 'open'
  return { ...person, roleName: roleNames[person.role], home: homeOf(person.role), sees }
}

/**
 * Starts a session with a new id; the one that the browser had before ends.
 *
 * @returns the value of a Set-Cookie header
 */
export async function startSession(
  premises: Premises,
  request: Request,
  staffId: string,
  way: Way = 'link',
): Promise<string> {
  const token = newToken()
  const now = premises.now()
  const before = cookieOf(premises, name, request)
  await removeEndedSessions(premises.db, limits(now))
  if (before) await removeSession(premises.db, hashToken(before))
  await addSession(premises.db, { tokenHash: hashToken(token), staffId, way, now })
  return cookieHeader(premises, name, token, lengths[way].longest * 3600)
}

/**
 * Ends the session of a request, here and in the browser.
 *
 * @returns the value of a Set-Cookie header
 */
export async function endSession(premises: Premises, request: Request): Promise<string> {
  const token = cookieOf(premises, name, request)
  if (token) await removeSession(premises.db, hashToken(token))
  return cookieHeader(premises, name, '', 0)
}

/** A session as its own person sees it. `id` says nothing of the secret in the cookie. */
export interface OwnSession {
  readonly id: string
  readonly startedAt: string
  readonly seenAt: string
  /** Whether it is the one that asks. */
  readonly current: boolean
}

/** Everywhere that the person is signed in. */
export async function listOwnSessions(
  premises: Premises,
  request: Request,
  staffId: string,
): Promise<OwnSession[]> {
  const token = cookieOf(premises, name, request)
  const current = token && hashToken(token)
  const sessions = await listSessions(premises.db, staffId, limits(premises.now()))
  return sessions.map(({ tokenHash: id, startedAt, seenAt }) => ({
    id,
    startedAt,
    seenAt,
    current: id === current,
  }))
}

/** Ends one of the person's own sessions, or without `id` all of them, this one too. */
export const endOwnSessions = ({ db }: Premises, staffId: string, id?: string): Promise<void> =>
  removeSessionsOf(db, staffId, id)
