/** Who could be matched, and the two sides of matches with their names: several at once. */
import type { Temporal } from 'temporal-polyfill'
import { freeSince } from '#casework/due-volunteer.ts'
import { type Fit, type FitWords, rankFits } from '#casework/fit.ts'
import type { ReferralContent } from '#casework/preferences.ts'
import { type CertificateChoice, type VolunteerState, volunteerState } from '#casework/volunteer.ts'
import type { Database } from './engine.ts'
import { listMatchFacts } from './matches.ts'
import type { Vault } from './vault.ts'
import { listVolunteers, type Volunteer } from './volunteers.ts'

/** May be proposed: whoever has an assignment already can have another. */
export const mayBeProposed: readonly VolunteerState[] = ['free', 'matched']

/** Not free yet, or not now; once what is missing is there, they are. */
const later: readonly VolunteerState[] = ['agreed', 'trained', 'talked', 'signed-up', 'paused']

export interface RankedVolunteer {
  readonly volunteer: Volunteer
  readonly state: VolunteerState
  readonly fit: Fit
}

/**
 * Volunteers by how they fit a need, best first.
 *
 * @returns `ready` may be proposed now; `others` are on their way or rest
 * @example const { ready, others } = await rankVolunteers(db, vault, referral.content, { words, certificate, today })
 */
export async function rankVolunteers(
  db: Database,
  vault: Vault,
  need: Pick<ReferralContent, 'area' | 'preferences'>,
  {
    words,
    certificate,
    today,
  }: {
    readonly words: FitWords
    readonly certificate: CertificateChoice
    readonly today: Temporal.PlainDate
  },
): Promise<{ readonly ready: readonly RankedVolunteer[]; readonly others: readonly RankedVolunteer[] }> {
  const states = [...mayBeProposed, ...later]
  const { rows } = await listVolunteers(db, vault, { certificate, states, limit: Number.MAX_SAFE_INTEGER })
  const matches = Map.groupBy(await listMatchFacts(db), (match) => match.volunteerId)
  const known = new Map(rows.map((row) => [row.id, row]))
  const candidates = rows.map(({ id, content, acts, matches: states }) => ({
    id,
    content,
    freeSince: freeSince(acts, matches.get(id) ?? [], certificate).toString(),
    assignments: states.filter((state) => state === 'running').length,
    meetings: states.filter((state) => state === 'meeting-agreed' || state === 'meeting-held').length,
  }))
  const ranked = rankFits(need, candidates, words, today).flatMap((fit) => {
    const volunteer = known.get(fit.id)
    return volunteer ? [{ volunteer, state: volunteerState({ ...volunteer, certificate }), fit }] : []
  })
  const isReady = ({ state }: RankedVolunteer) => mayBeProposed.includes(state)
  return { ready: ranked.filter(isReady), others: ranked.filter((each) => !isReady(each)) }
}
