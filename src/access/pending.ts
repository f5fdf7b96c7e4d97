/**
 * A sign-in under way between our redirect to the provider and its redirect back. The browser that began it keeps it in
 * a cookie: nobody can finish, in another's browser, what they began in their own. Nonce and PKCE verifier follow from
 * the state and our key, so the cookie holds no secret, and the database nothing.
 */
import { timingSafeEqual } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { countAttempt } from '#db/throttles.ts'
import { cookieHeader, cookieOf } from './cookie.ts'
import type { Premises } from './session.ts'
import { newToken } from './token.ts'

const lives = Temporal.Duration.from({ minutes: 10 })

export interface Pending {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Somebody signed in with a link who wants to use her account from now on. */
  readonly joins: string | undefined
}

const name = 'pusterom-konto'

function pendingOf({ vault }: Premises, state: string, joins: string | undefined): Pending {
  const secret = (purpose: string) => vault.fingerprint(`sign-in ${purpose}`, state)
  return { state, nonce: secret('nonce'), verifier: secret('verifier'), joins }
}

const sealOf = ({ vault }: Premises, text: string) => vault.fingerprint('sign-in cookie', text)

/** Begins. @returns what to send to the provider, and the value of a Set-Cookie header */
export function begin(premises: Premises, joins?: string): { pending: Pending; cookie: string } {
  const state = newToken()
  const text = [state, premises.now().add(lives).epochMilliseconds, joins ?? ''].join('.')
  const cookie = cookieHeader(premises, name, `${text}.${sealOf(premises, text)}`, lives.total('seconds'))
  return { pending: pendingOf(premises, state, joins), cookie }
}

/**
 * Takes up what this browser began. Once: whoever comes with the same a second time gets nothing.
 *
 * @returns nothing when nothing was begun here, or it is too old, changed or used
 */
export async function takeUp(premises: Premises, request: Request): Promise<Pending | undefined> {
  const { db, vault, now } = premises
  const value = cookieOf(premises, name, request) ?? ''
  const at = value.lastIndexOf('.')
  const [text, seal] = [value.slice(0, Math.max(at, 0)), value.slice(at + 1)]
  if (!isSame(seal, sealOf(premises, text))) return undefined
  const [state = '', until, joins] = text.split('.')
  if (Number(until) <= now().epochMilliseconds) return undefined
  const fingerprint = vault.fingerprint('sign-in state', state)
  if ((await countAttempt(db, { fingerprint, within: lives, now: now() })) > 1) return undefined
  return pendingOf(premises, state, joins || undefined)
}

/** Forgets it in the browser. @returns the value of a Set-Cookie header */
export const forget = (premises: Premises): string => cookieHeader(premises, name, '', 0)

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
