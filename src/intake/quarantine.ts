/** What a coordinator does with what waits in quarantine: let it in, or delete it. The audit line is the caller's. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import { removeSubmission } from '#db/purge.ts'
import { endQuarantine, findQuarantined } from '#db/quarantine.ts'
import type { Vault } from '#db/vault.ts'
import type { Form } from '#forms/definition.ts'
import { follow } from './follow.ts'
import type { Sender } from './premises.ts'

/**
 * Lets a submission in: what would have followed when it came follows now, mail too. Wake the delivery afterwards.
 *
 * @param trx a transaction, so that of two who do it at once one does
 * @param release `form` is that of the submission's `form` and `occasion`, as it is now
 * @returns false when it is not in quarantine, or no longer
 */
export async function releaseSubmission(
  trx: Database,
  release: { vault: Vault; sender: Sender; form: Form; id: string; now: Temporal.Instant },
): Promise<boolean> {
  const { vault, id } = release
  const held = await findQuarantined(trx, vault, id)
  if (!held || !(await endQuarantine(trx, id))) return false
  const { reference, version, answers } = held
  await follow(trx, { ...release, submissionId: id, reference, version, isFirst: true, answers })
  return true
}

/**
 * Deletes a submission that waits, with its key.
 *
 * @returns false when it is not in quarantine, or no longer
 */
export async function discardSubmission(trx: Database, id: string): Promise<boolean> {
  const held = await endQuarantine(trx, id)
  if (held) await removeSubmission(trx, id)
  return held
}
