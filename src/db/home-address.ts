/** The home address of a referral: kept from an agreed meeting until the referral is closed, under a key of its own. */
import type { ActName, Subject } from '#casework/act.ts'
import { problemOf } from '#casework/preferences.ts'
import { mayKeepAddress, type ReferralState, referralState } from '#casework/referral.ts'
import { listActsOf, listMatchStates } from './acts.ts'
import type { Database } from './engine.ts'
import { forgetMeetingPlaces } from './meeting-place.ts'
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

/** The acts that can end what the address was kept for. */
const endings: readonly ActName[] = ['decline', 'withdraw', 'end', 'merge', 'erase', 'decide-against', 'undo']

/**
 * After an act: removes the address when the state no longer allows it, and where its meetings were to be, for that is
 * the same place in other words.
 */
export async function removeUnneededAddress(
  trx: Database,
  vault: Vault,
  { table, id }: Subject,
  act: ActName,
): Promise<void> {
  if (!endings.includes(act) || (table !== 'referrals' && table !== 'matches')) return
  const referralId = table === 'referrals' ? id : await referralOf(trx, id)
  if (referralId === undefined || mayKeepAddress(await stateOf(trx, referralId))) return
  await removeAddress(trx, referralId)
  await forgetMeetingPlaces(trx, vault, referralId)
}

async function referralOf(db: Database, matchId: string): Promise<string | undefined> {
  const match = db.selectFrom('matches').where('id', '=', matchId)
  return (await match.select('referral_id').executeTakeFirst())?.referral_id
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
