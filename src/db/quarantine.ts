/** Submissions that wait for a person's look. Everything of theirs is kept; nothing follows from them until then. */
import type { Temporal } from 'temporal-polyfill'
import type { Suspicion } from '#forms/suspicion.ts'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { latest, openSubmission, type Submission } from './submissions.ts'
import type { Vault } from './vault.ts'

export interface Quarantined extends Submission {
  readonly reason: Suspicion
  readonly heldAt: string
}

export async function quarantineSubmission(
  trx: Database,
  { id, reason, now }: { id: string; reason: Suspicion; now: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto('quarantine')
    .values({ submission_id: id, reason, held_at: instantText(now) })
    .execute()
}

/** @returns false when it is not held, or no longer */
export async function endQuarantine(trx: Database, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('quarantine')
    .where('submission_id', '=', id)
    .returning('submission_id')
    .executeTakeFirst()
  return row !== undefined
}

/** @param reason only those that wait for it */
export async function countQuarantined(db: Database, reason?: Suspicion): Promise<number> {
  const { count } = await db
    .selectFrom('quarantine')
    .$if(reason !== undefined, (rows) => rows.where('reason', '=', reason ?? 'trap'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The one that has waited the longest first. */
export async function listQuarantined(
  db: Database,
  vault: Vault,
  { limit = 1000, offset = 0 } = {},
): Promise<Quarantined[]> {
  const rows = await held(db)
    .orderBy('held_at')
    .orderBy('submissions.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return Promise.all(rows.map((row) => openQuarantined(db, vault, row)))
}

export async function findQuarantined(
  db: Database,
  vault: Vault,
  id: string,
): Promise<Quarantined | undefined> {
  const row = await held(db).where('submissions.id', '=', id).executeTakeFirst()
  return row && openQuarantined(db, vault, row)
}

const held = (db: Database) =>
  latest(db)
    .innerJoin('quarantine', 'quarantine.submission_id', 'submissions.id')
    .select(['reason', 'held_at'])

type HeldRow = Awaited<ReturnType<ReturnType<typeof held>['execute']>>[number]

const openQuarantined = async (db: Database, vault: Vault, row: HeldRow): Promise<Quarantined> => ({
  ...(await openSubmission(db, vault, row)),
  reason: row.reason,
  heldAt: row.held_at,
})
