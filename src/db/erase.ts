/**
 * What the engine keeps of deleted rows. SQLite overwrites them in its file (`secure_delete`), but the write-ahead log
 * still holds them until a checkpoint has emptied it, which no reader may be in the way of. PostgreSQL leaves them in
 * its files until space is used again, and in its log for as long as its operator keeps that: VACUUM is all that we can
 * do. There, what protects them is that their keys are gone from the database.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, isPostgres } from './engine.ts'

export interface Patience {
  /** How long readers may be in the way, and how often to look again, in milliseconds. */
  readonly limit: number
  readonly pause: number
}

/**
 * Call it after the commit that deleted something, outside any transaction.
 *
 * @throws when readers are in the way for too long: what was deleted can then still be read in the log
 */
export async function eraseRemains(
  db: Database,
  { limit, pause }: Patience = { limit: 60_000, pause: 100 },
): Promise<void> {
  if (isPostgres(db)) return vacuum(db)
  for (let waited = 0; !(await emptyLog(db)); waited += pause) {
    if (waited >= limit)
      throw new Error(
        `expected a write-ahead log that can be emptied within ${limit} ms, got another program that has the database open for reading: end it and purge again. Until then what was deleted can be read in pusterom.sqlite-wal.`,
      )
    await wait(pause)
  }
}

async function emptyLog(db: Database): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  return rows[0]?.busy === 0
}

async function vacuum(db: Database): Promise<void> {
  for (const table of ['record_keys', 'submission_versions', 'outbox'])
    await sql`vacuum ${sql.table(table)}`.execute(db)
}
