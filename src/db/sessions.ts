/** Sessions of those who work here. How long one lives is decided in src/access/session.ts. */
import type { ExpressionBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { openPerson } from './staff.ts'
import type { Role, Tables, Way } from './tables.ts'
import type { Vault } from './vault.ts'

/** A session ends when it began before `startedAfter`, or was last seen before `seenAfter`. */
interface Limit {
  readonly startedAfter: Temporal.Instant
  readonly seenAfter: Temporal.Instant
}
export type SessionLimits = Readonly<Record<Way, Limit>>

export interface Session {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  readonly way: Way
  /** An instant as text. */
  readonly seenAt: string
}

const lives = (limits: SessionLimits) => (row: ExpressionBuilder<Tables, 'sessions'>) =>
  row.or(
    (['link', 'account'] as const).map((way) =>
      row.and([
        row('sessions.way', '=', way),
        row('sessions.started_at', '>', instantText(limits[way].startedAfter)),
        row('sessions.seen_at', '>', instantText(limits[way].seenAfter)),
      ]),
    ),
  )

export async function addSession(
  trx: Database,
  session: { tokenHash: string; staffId: string; way: Way; now: Temporal.Instant },
): Promise<void> {
  const { tokenHash: token_hash, staffId: staff_id, way } = session
  const now = instantText(session.now)
  await trx
    .insertInto('sessions')
    .values({ token_hash, staff_id, started_at: now, seen_at: now, way })
    .execute()
}

/** The session, while it lives and its person works here. The role is the one of this moment. */
export async function findSession(
  db: Database,
  vault: Vault,
  tokenHash: string,
  limits: SessionLimits,
): Promise<Session | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.id', 'sessions.staff_id')
    .select(['staff.id', 'staff.role', 'staff.key_id', 'staff.sealed', 'sessions.seen_at', 'sessions.way'])
    .where('sessions.token_hash', '=', tokenHash)
    .where(lives(limits))
    .where('staff.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { name } = await openPerson(db, vault, row)
  return { staffId: row.id, name, role: row.role, way: row.way, seenAt: row.seen_at }
}

export async function touchSession(db: Database, tokenHash: string, now: Temporal.Instant): Promise<void> {
  const seen_at = instantText(now)
  await db.updateTable('sessions').set({ seen_at }).where('token_hash', '=', tokenHash).execute()
}

export async function removeSession(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

export async function removeEndedSessions(db: Database, limits: SessionLimits): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((row) => row.not(lives(limits)(row)))
    .execute()
}

/** The sessions of one person that live, the one seen last first. */
export async function listSessions(db: Database, staffId: string, limits: SessionLimits) {
  return db
    .selectFrom('sessions')
    .select(['token_hash as tokenHash', 'started_at as startedAt', 'seen_at as seenAt', 'way'])
    .where('staff_id', '=', staffId)
    .where(lives(limits))
    .orderBy('seen_at', 'desc')
    .orderBy('token_hash')
    .execute()
}

/** @param tokenHash one of the person's sessions; without it all of them */
export async function removeSessionsOf(db: Database, staffId: string, tokenHash?: string): Promise<void> {
  const own = db.deleteFrom('sessions').where('staff_id', '=', staffId)
  await (tokenHash === undefined ? own : own.where('token_hash', '=', tokenHash)).execute()
}
