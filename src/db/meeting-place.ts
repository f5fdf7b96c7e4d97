/** Where matching meetings are: usually somebody's home, so the words go when the home address must. */
import type { Database } from './engine.ts'
import type { MatchContent } from './matches.ts'
import type { Vault } from './vault.ts'

const placeOf = ({ id }: { id: string }) => ({ table: 'matches', row: id })

/** Leaves day and time of a referral's meetings, and seals them anew without the place. */
export async function forgetMeetingPlaces(trx: Database, vault: Vault, referralId: string): Promise<void> {
  const rows = await trx
    .selectFrom('matches')
    .where('referral_id', '=', referralId)
    .select(['id', 'key_id', 'sealed'])
    .execute()
  for (const [row, opened] of await vault.openAll(trx, placeOf, rows)) {
    const content = opened as MatchContent
    if (!content.meeting?.place) continue
    const without: MatchContent = { ...content, meeting: { ...content.meeting, place: '' } }
    await trx
      .updateTable('matches')
      .set(await vault.seal(trx, placeOf(row), without))
      .where('id', '=', row.id)
      .execute()
    await trx.deleteFrom('record_keys').where('id', '=', row.key_id).execute()
  }
}
