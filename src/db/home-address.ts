/** The home address of a referral: kept from an agreed meeting until the referral is closed, under a key of its own. */
import type { Subject } from '#casework/act.ts'
import { problemOf } from '#casework/preferences.ts'
import { mayKeepAddress, type ReferralState, referralState } from '#casework/referral.ts'
import { listActsOf, listMatchStates } from './acts.ts'
import type { Database } from './engine.ts'
import type { Vault } from './vault.ts'

const placeOf = (id: string) => ({ table: 'referrals home', row: id })

/**
 * @param trx a transaction
 * @throws when no meeting is agreed, or the address holds an identity number
 */
export async function setHomeAddress(
  trx: Database,
  vault: Vault,
  id: string,
  address: string,
): Promise<void> {
  const state = await stateOf(trx, id)
  if (!mayKeepAddress(state)) throw new Error(`expected a referral with an agreed meeting, got one ${state}`)
  if (problemOf(address)) throw new Error('expected an address without an identity number, got one with')
  await removeAddress(trx, id)
  const { key_id, sealed } = await vault.seal(trx, placeOf(id), address)
  await trx
    .updateTable('referrals')
    .set({ home_key_id: key_id, home_sealed: sealed })
    .where('id', '=', id)
    .execute()
}

export async function findHomeAddress(db: Database, vault: Vault, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('referrals')
    .select(['home_key_id', 'home_sealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.home_key_id || !row.home_sealed) return undefined
  return (await vault.open(db, placeOf(id), { key_id: row.home_key_id, sealed: row.home_sealed })) as string
}

/** After an act: removes the address when the state no longer allows it. */
export async function removeUnneededAddress(trx: Database, { table, id }: Subject): Promise<void> {
  if (table !== 'referrals' && table !== 'matches') return
  let query = trx.selectFrom('referrals').where('home_key_id', 'is not', null).select('referrals.id')
  query =
    table === 'referrals'
      ? query.where('referrals.id', '=', id)
      : query.innerJoin('matches', 'matches.referral_id', 'referrals.id').where('matches.id', '=', id)
  const row = await query.executeTakeFirst()
  if (row && !mayKeepAddress(await stateOf(trx, row.id))) await removeAddress(trx, row.id)
}

/** Bytes and key: what was sealed cannot be read again, in no backup of the bytes either. */
export async function removeAddress(trx: Database, id: string): Promise<void> {
  const row = await trx.selectFrom('referrals').select('home_key_id').where('id', '=', id).executeTakeFirst()
  if (!row?.home_key_id) return
  await trx
    .updateTable('referrals')
    .set({ home_key_id: null, home_sealed: null })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('record_keys').where('id', '=', row.home_key_id).execute()
}

async function stateOf(db: Database, id: string): Promise<ReferralState> {
  const acts = await listActsOf(db, { table: 'referrals', id })
  return referralState({ acts, matches: (await listMatchStates(db, 'referral_id', [id])).get(id) ?? [] })
}
