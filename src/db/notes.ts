/** What staff wrote beside an act: sealed, each under a key of its own, so that it can go while the act stays. */
import type { Subject } from '#casework/act.ts'
import type { Database } from './engine.ts'
import type { Vault } from './vault.ts'

const placeOf = ({ table, id }: Subject, number: number) => ({
  table: 'acts',
  row: `${table}/${id}/${number}`,
})

/** What was written beside the acts of one subject, by the number of the act. */
export async function listNotes(
  db: Database,
  vault: Vault,
  subject: Subject,
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('acts')
    .where('subject_table', '=', subject.table)
    .where('subject_id', '=', subject.id)
    .where('sealed', 'is not', null)
    .select(['number', 'key_id', 'sealed'])
    .execute()
  const sealed = rows.flatMap(({ number, key_id, sealed }) =>
    key_id === null || sealed === null ? [] : [{ number, key_id, sealed }],
  )
  const notes = await vault.openAll(db, ({ number }) => placeOf(subject, number), sealed)
  return new Map(notes.map(([{ number }, note]) => [number, note as string]))
}

/** Writes beside an act that is there. */
export async function sealNote(trx: Database, vault: Vault, subject: Subject, number: number, note: string) {
  await trx
    .updateTable('acts')
    .set(await vault.seal(trx, placeOf(subject, number), note))
    .where('subject_table', '=', subject.table)
    .where('subject_id', '=', subject.id)
    .where('number', '=', number)
    .execute()
}

/** What staff wrote beside the acts, with its keys. */
export async function removeNotes(trx: Database, { table, id }: Subject): Promise<void> {
  const ofSubject = trx
    .selectFrom('acts')
    .where('subject_table', '=', table)
    .where('subject_id', '=', id)
    .where('key_id', 'is not', null)
  const keys = (await ofSubject.select('key_id').execute()).flatMap((row) => row.key_id ?? [])
  if (keys.length === 0) return
  await trx
    .updateTable('acts')
    .set({ key_id: null, sealed: null })
    .where('subject_table', '=', table)
    .where('subject_id', '=', id)
    .execute()
  await trx.deleteFrom('record_keys').where('id', 'in', keys).execute()
}
