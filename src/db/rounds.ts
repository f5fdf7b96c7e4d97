/** When each round of work was last begun, and whether it failed. Several processes share these rows. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

/**
 * Takes a round, unless one was begun since. Of two processes that want the same, one gets it.
 *
 * @param since a round that was begun after this is not due yet
 */
export async function beginRound(
  db: Database,
  round: { name: string; since: Temporal.Instant; now: Temporal.Instant },
): Promise<boolean> {
  const { name, since, now } = round
  const row = await db
    .insertInto('rounds')
    .values({ name, begun_at: instantText(now), failed_at: null })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ begun_at: instantText(now) })
        .where('rounds.begun_at', '<=', instantText(since)),
    )
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** @param failedAt nothing when it went well */
export async function endRound(
  db: Database,
  name: string,
  failedAt: Temporal.Instant | undefined,
): Promise<void> {
  await db
    .updateTable('rounds')
    .set({ failed_at: failedAt ? instantText(failedAt) : null })
    .where('name', '=', name)
    .execute()
}

/** It was given up: it is due at once. */
export async function forgetRound(db: Database, name: string): Promise<void> {
  await db.deleteFrom('rounds').where('name', '=', name).execute()
}

/** Every round that was ever begun, by its name. */
export async function listRounds(
  db: Database,
): Promise<{ name: string; begunAt: string; failed: boolean }[]> {
  const rows = await db.selectFrom('rounds').selectAll().orderBy('name').execute()
  return rows.map(({ name, begun_at, failed_at }) => ({
    name,
    begunAt: begun_at,
    failed: failed_at !== null,
  }))
}
