/** Counts attempts. Who attempts is a fingerprint, never an address. */
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

/** No fingerprint is kept longer than this after its first attempt. */
const keptHours = 24

export async function removeOldAttempts(db: Database, now: Temporal.Instant): Promise<void> {
  const oldest = instantText(now.subtract({ hours: keptHours }))
  await db.deleteFrom('throttles').where('started_at', '<=', oldest).execute()
}

/**
 * Counts one attempt. The first attempt opens a window of time; the first after it opens the next.
 *
 * @param within the length of the window, at most 24 hours
 * @returns how many attempts the window holds, this one included; correct also when many come at once
 */
export async function countAttempt(
  db: Database,
  attempt: { fingerprint: string; within: Temporal.Duration; now: Temporal.Instant },
): Promise<number> {
  const { fingerprint, within, now } = attempt
  const started_at = instantText(now)
  const oldest = instantText(now.subtract(within))
  await removeOldAttempts(db, now)
  const { attempts } = await db
    .insertInto('throttles')
    .values({ fingerprint, started_at, attempts: 1 })
    .onConflict((conflict) =>
      conflict.column('fingerprint').doUpdateSet({
        attempts: sql`case when throttles.started_at <= ${oldest} then 1 else throttles.attempts + 1 end`,
        started_at: sql`case when throttles.started_at <= ${oldest} then ${started_at} else throttles.started_at end`,
      }),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return attempts
}
