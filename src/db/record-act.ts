/** Writes one act. What must follow from it at once, follows here, whoever asks. */
import type { Temporal } from 'temporal-polyfill'
import type { ActName, Subject, SubjectTable } from '#casework/act.ts'
import { problemOf } from '#casework/preferences.ts'
import type { Database } from './engine.ts'
import { removeUnneededAddress } from './home-address.ts'
import { instantText } from './instant.ts'
import { sealNote } from './notes.ts'
import type { Vault } from './vault.ts'

export interface NewAct<Table extends SubjectTable> {
  readonly subject: Subject<Table>
  readonly name: ActName<Table>
  /** A staff id, `system` or `public`. */
  readonly by: string
  /** The day it is about, `2026-11-24`; left out, the day it is recorded. */
  readonly date?: string | undefined
  /** A code, never text about people. */
  readonly detail?: string | undefined
  /** What staff wrote. Sealed; check it with `problemOf` first, so that the page can say what is wrong. */
  readonly note?: string | undefined
  readonly now: Temporal.Instant
}

/**
 * Records an act. Whoever acts through a page has it in the audit log and a double click counted once by
 * `takeAct` (src/server/act.ts); other callers add the line of the audit log themselves.
 *
 * With the act that closes a referral, or that leaves it without an agreed meeting, its home address is gone, and the
 * place of its meetings.
 *
 * @param trx a transaction
 * @returns the act's number
 * @throws when the note holds an identity number, or the detail is no code
 * @example await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name: 'attend-course',
 *   by: staffId, date: '2026-11-12', now })
 */
export async function recordAct<Table extends SubjectTable>(
  trx: Database,
  vault: Vault,
  { subject, name, by, date, detail, note, now }: NewAct<Table>,
): Promise<number> {
  if (!trx.isTransaction) throw new Error('expected a transaction for an act, got none')
  if (note !== undefined && problemOf(note))
    throw new Error('expected a note without an identity number, got one with')
  if (detail !== undefined && !/^[\w.-]{1,100}$/.test(detail))
    throw new Error(`expected a code as the detail of ${name}, got ${detail.length} other characters`)
  for (;;) {
    const number = (await lastNumber(trx, subject)) + 1
    const added = await trx
      .insertInto('acts')
      .values({
        subject_table: subject.table,
        subject_id: subject.id,
        number,
        name,
        actor: by,
        at: instantText(now),
        date: date ?? null,
        detail: detail ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst()
    // On PostgreSQL somebody else may have taken the number; then the next one is free.
    if (!added) continue
    if (note) await sealNote(trx, vault, subject, number, note)
    await removeUnneededAddress(trx, vault, subject, name)
    return number
  }
}

async function lastNumber(trx: Database, { table, id }: Subject): Promise<number> {
  const row = await trx
    .selectFrom('acts')
    .where('subject_table', '=', table)
    .where('subject_id', '=', id)
    .select((each) => each.fn.max('number').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}
