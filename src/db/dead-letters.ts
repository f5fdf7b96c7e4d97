/** Mail that was tried for a day and did not arrive. It waits for a person to try again or to let it go. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import type { Mail } from './outbox.ts'
import type { Vault } from './vault.ts'

export interface DeadLetter {
  readonly id: string
  /** What sort of mail: `volunteer confirmation`. */
  readonly kind: string
  readonly createdAt: string
  readonly givenUpAt: string
  readonly attempts: number
  /** What the mail server's answer was called, without anything about people. */
  readonly problem: string
  /** Of the submission that it followed from. */
  readonly reference: string | null
}

const givenUp = (db: Database) => db.selectFrom('outbox').where('given_up_at', 'is not', null)

/** The one that was given up last stands first. */
export async function listDeadLetters(
  db: Database,
  { limit, offset }: { limit: number; offset: number },
): Promise<DeadLetter[]> {
  const rows = await givenUp(db)
    .leftJoin('submissions', 'submissions.id', 'outbox.submission_id')
    .select(['outbox.id', 'kind', 'created_at', 'given_up_at', 'attempts', 'problem', 'reference'])
    .orderBy('given_up_at', 'desc')
    .orderBy('outbox.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at,
    givenUpAt: row.given_up_at ?? row.created_at,
    attempts: row.attempts,
    problem: row.problem ?? 'unknown',
    reference: row.reference,
  }))
}

export async function countDeadLetters(db: Database): Promise<number> {
  const { count } = await givenUp(db)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Who it was for and what it says: read only when somebody asks for it. */
export async function findDeadLetter(db: Database, vault: Vault, id: string): Promise<Mail | undefined> {
  const row = await givenUp(db).select(['key_id', 'sealed']).where('id', '=', id).executeTakeFirst()
  if (!row || row.key_id === null || row.sealed === null) return undefined
  const closed = { key_id: row.key_id, sealed: row.sealed }
  return (await vault.open(db, { table: 'outbox', row: id }, closed)) as Mail
}

/**
 * Puts it back among the mail that waits, as if it were new.
 *
 * @returns false when it is not there any longer
 */
export async function retryMail(
  trx: Database,
  { id, now }: { id: string; now: Temporal.Instant },
): Promise<boolean> {
  const row = await trx
    .updateTable('outbox')
    .set({ given_up_at: null, due_at: instantText(now), attempts: 0, problem: null })
    .where('id', '=', id)
    .where('given_up_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Removes it with its recipient and text.
 *
 * @returns false when it is not there any longer
 */
export async function letGoOfMail(trx: Database, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('outbox')
    .where('id', '=', id)
    .where('given_up_at', 'is not', null)
    .returning('key_id')
    .executeTakeFirst()
  if (row?.key_id) await trx.deleteFrom('record_keys').where('id', '=', row.key_id).execute()
  return row !== undefined
}
