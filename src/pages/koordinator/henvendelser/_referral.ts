import type { ActName } from '#casework/act.ts'
import { referralActs, referralState } from '#casework/referral.ts'
import type { Database } from '#db/open.ts'
import { findReferral, type Referral } from '#db/referrals.ts'
import type { Vault } from '#db/vault.ts'
import type { Outcome } from '#server/act.ts'
import { getRuntime } from '#server/locals.ts'
import { noteRead } from '#server/read.ts'

/** The referral, if this act makes sense now; otherwise what the act ends with. */
export async function referralFor(
  trx: Database,
  vault: Vault,
  id: string,
  act: ActName<'referrals'>,
): Promise<{ referral: Referral } | { not: Outcome }> {
  const referral = await findReferral(trx, vault, id)
  if (!referral) return { not: { missing: true } }
  if (!referralActs[referralState(referral)].includes(act)) return { not: { refused: 'endret' } }
  return { referral }
}

/** The same for the page of an act, noted as read: nothing when the act makes no sense now. */
export async function findReferralFor(
  locals: App.Locals,
  id: string,
  act: ActName<'referrals'>,
): Promise<Referral | undefined> {
  const { db, vault } = getRuntime(locals)
  const found = await referralFor(db, vault, id, act)
  if ('not' in found) return undefined
  await noteRead(locals, { table: 'referrals', row: id })
  return found.referral
}
