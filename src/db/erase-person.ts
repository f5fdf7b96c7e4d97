/** «Erase me»: the second step, after a person has looked through what was found. */
import type { Temporal } from 'temporal-polyfill'
import { addAuditLine } from './audit.ts'
import type { Database } from './engine.ts'
import { eraseReferral, eraseVolunteer } from './erasing.ts'
import type { Trace } from './person.ts'
import { removeSubmission } from './purge.ts'
import type { Vault } from './vault.ts'

/**
 * Erases records, each with a line in the audit log: the record that it was done. After the commit call
 * `eraseRemains` (erase.ts), so that the disk forgets it too.
 *
 * @param trx a transaction
 */
export async function erasePerson(
  trx: Database,
  vault: Vault,
  {
    traces,
    by,
    now,
  }: {
    readonly traces: readonly Pick<Trace, 'table' | 'id'>[]
    readonly by: string
    readonly now: Temporal.Instant
  },
): Promise<void> {
  const order = ['volunteers', 'referrals', 'submissions', 'outbox']
  const sorted = traces.toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  for (const { table, id } of sorted) {
    if (table === 'volunteers') await eraseVolunteer(trx, vault, { id, by, now })
    else if (table === 'referrals') await eraseReferral(trx, vault, { id, by, now })
    else if (table === 'submissions') await removeSubmission(trx, id)
    else await removeMail(trx, id)
  }
  for (const { table, id } of sorted)
    await addAuditLine(trx, { actor: by, act: 'erase', table, row: id, now })
}

async function removeMail(trx: Database, id: string): Promise<void> {
  const gone = await trx.deleteFrom('outbox').where('id', '=', id).returning('key_id').executeTakeFirst()
  if (gone?.key_id) await trx.deleteFrom('record_keys').where('id', '=', gone.key_id).execute()
}
