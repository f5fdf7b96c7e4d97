import type { ActName } from '#casework/act.ts'
import { referralActs, referralState } from '#casework/referral.ts'
import type { Database } from '#db/open.ts'
import { findReferral, type Referral } from '#db/referrals.ts'
import type { Vault } from '#db/vault.ts'
import type { Outcome } from '#server/act.ts'

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

/** The same for the page of an act: nothing when the act makes no sense now. */
export async function findReferralFor(
  db: Database,
  vault: Vault,
  id: string,
  act: ActName<'referrals'>,
): Promise<Referral | undefined> {
  const found = await referralFor(db, vault, id, act)
  return 'referral' in found ? found.referral : undefined
}
