/** Matches with the people they tie together. */
import type { Database } from './engine.ts'
import type { MatchFacts } from './matches.ts'
import { openReferrals, type Referral } from './referrals.ts'
import type { Vault } from './vault.ts'
import { openVolunteers, type Volunteer } from './volunteers.ts'

export type WithSides<Match extends MatchFacts = MatchFacts> = Match & {
  readonly volunteer: Volunteer
  readonly referral: Referral
}

/** Each match with its volunteer and its referral. */
export async function withSides<Match extends MatchFacts>(
  db: Database,
  vault: Vault,
  matches: readonly Match[],
): Promise<WithSides<Match>[]> {
  const ids = (side: 'volunteerId' | 'referralId') => [...new Set(matches.map((match) => match[side]))]
  const volunteers = await openVolunteers(db, vault, ids('volunteerId'))
  const referrals = await openReferrals(db, vault, ids('referralId'))
  return matches.flatMap((match) => {
    const volunteer = volunteers.get(match.volunteerId)
    const referral = referrals.get(match.referralId)
    return volunteer && referral ? [{ ...match, volunteer, referral }] : []
  })
}
