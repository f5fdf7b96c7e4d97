/**
 * Takes everything about a person out of a record, and leaves the acts: who did what and when, without a word about
 * whom. Figures of the year stay right, and the act `erase` is the record that it was done.
 */
import type { Temporal } from 'temporal-polyfill'
import { noPreferences, type ReferralContent, type VolunteerContent } from '#casework/preferences.ts'
import { areaFingerprint } from './casework-list.ts'
import { closeMatches } from './endings.ts'
import type { Database } from './engine.ts'
import { removeAddress } from './home-address.ts'
import { emptyMatches } from './matches.ts'
import { removeNotes } from './notes.ts'
import { recordAct } from './record-act.ts'
import { referralPlace } from './referrals.ts'
import type { Vault } from './vault.ts'
import { volunteerPlace } from './volunteers.ts'

interface Erasing {
  readonly id: string
  /** A staff id, or `system` when its time is up. */
  readonly by: string
  readonly now: Temporal.Instant
}

const nobody: VolunteerContent = { name: '', area: '', preferences: noPreferences }
const nothing: ReferralContent = { area: '', bestTime: [], urgent: false, preferences: noPreferences }

/** Her assignments end first. What she sent is a submission, and goes with that. */
export async function eraseVolunteer(trx: Database, vault: Vault, { id, by, now }: Erasing): Promise<void> {
  await closeMatches(trx, vault, { volunteerId: id }, { ending: 'volunteer-stopped', by, now })
  await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name: 'erase', by, now })
  // Whoever changes her answers after this is somebody new.
  await trx.updateTable('volunteers').set({ submission_id: null }).where('id', '=', id).execute()
  await emptyVolunteer(trx, vault, id)
}

/** What is open of its matches ends first. */
export async function eraseReferral(trx: Database, vault: Vault, { id, by, now }: Erasing): Promise<void> {
  await closeMatches(trx, vault, { referralId: id }, { ending: 'need-over', by, now })
  await recordAct(trx, vault, { subject: { table: 'referrals', id }, name: 'erase', by, now })
  // Whoever changes her answers after this is somebody new.
  await trx.updateTable('referrals').set({ submission_id: null }).where('id', '=', id).execute()
  await emptyReferral(trx, vault, id)
}

export async function emptyVolunteer(trx: Database, vault: Vault, id: string): Promise<void> {
  const { key_id } = await trx
    .selectFrom('volunteers')
    .select('key_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('volunteers')
    .set({
      area_fingerprint: areaFingerprint(vault, ''),
      ...(await vault.seal(trx, volunteerPlace(id), nobody)),
    })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('record_keys').where('id', '=', key_id).execute()
  await emptyMatches(trx, vault, { volunteerId: id })
  await removeNotes(trx, { table: 'volunteers', id })
}

export async function emptyReferral(trx: Database, vault: Vault, id: string): Promise<void> {
  await removeAddress(trx, id)
  const { key_id } = await trx
    .selectFrom('referrals')
    .select('key_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('referrals')
    .set({
      area_fingerprint: areaFingerprint(vault, ''),
      ...(await vault.seal(trx, referralPlace(id), nothing)),
    })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('record_keys').where('id', '=', key_id).execute()
  await emptyMatches(trx, vault, { referralId: id })
  await removeNotes(trx, { table: 'referrals', id })
}
