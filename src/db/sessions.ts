/** Sessions of those who work here. How long one lives is decided in src/access/session.ts. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { openPerson } from './staff.ts'
import type { Role } from './tables.ts'
import type { Vault } from './vault.ts'

/** A session ends when it began before `startedAfter`, or was last seen before `seenAfter`. */
export interface SessionLimits {
  readonly startedAfter: Temporal.Instant
  readonly seenAfter: Temporal.Instant
}

export interface Session {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  /** An instant as text. */
  readonly seenAt: string
}

export async function addSession(
  trx: Database,
  session: { tokenHash: string; staffId: string; now: Temporal.Instant },
): Promise<void> {
  const now = instantText(session.now)
  await trx
    .insertInto('sessions')
    .values({ token_hash: session.tokenHash, staff_id: session.staffId, started_at: now, seen_at: now })
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
    .select(['staff.id', 'staff.role', 'staff.key_id', 'staff.sealed', 'sessions.seen_at'])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.started_at', '>', instantText(limits.startedAfter))
    .where('sessions.seen_at', '>', instantText(limits.seenAfter))
    .where('staff.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { name } = await openPerson(db, vault, row)
  return { staffId: row.id, name, role: row.role, seenAt: row.seen_at }
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
    .where((row) =>
      row.or([
        row('started_at', '<=', instantText(limits.startedAfter)),
        row('seen_at', '<=', instantText(limits.seenAfter)),
      ]),
    )
    .execute()
}
