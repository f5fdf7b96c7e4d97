/**
 * Endings reach beyond one row: with a volunteer her assignments end, with the last need its referral, and a referral
 * that closes leaves no match open.
 */
import type { Temporal } from 'temporal-polyfill'
import type { ActName } from '#casework/act.ts'
import { isOpen, type MatchEnding, matchState } from '#casework/match.ts'
import type { DeclineReason, ReferralEnding } from '#casework/referral.ts'
import type { VolunteerEnding } from '#casework/volunteer.ts'
import type { Database } from './engine.ts'
import { listMatchFacts, type MatchSearch } from './matches.ts'
import { recordAct } from './record-act.ts'
import type { Vault } from './vault.ts'

interface Ending {
  readonly id: string
  readonly by: string
  readonly note?: string | undefined
  readonly now: Temporal.Instant
}

/** Reasons that leave no need behind: the referral ends with the match. */
const endsReferral = { 'need-over': 'need-over', death: 'death' } as const satisfies Partial<
  Record<MatchEnding, ReferralEnding>
>

/**
 * Ends an assignment. When the need is over, or death ended it, the referral ends too; otherwise it waits again.
 *
 * @param ending `date` is the last day of the assignment
 * @example await endMatch(trx, vault, { id, reason: 'volunteer-stopped', by: staffId, now })
 */
export async function endMatch(
  trx: Database,
  vault: Vault,
  ending: Ending & { readonly reason: MatchEnding; readonly date?: string | undefined },
): Promise<void> {
  const { id, reason, date, by, note, now } = ending
  const [match] = await listMatchFacts(trx, { id })
  if (!match) throw new Error(`expected a match, got none with the id ${id}`)
  const subject = { table: 'matches', id } as const
  await recordAct(trx, vault, { subject, name: 'end', detail: reason, date, by, note, now })
  if (reason === 'need-over' || reason === 'death')
    await closeReferral(trx, vault, {
      id: match.referralId,
      name: 'end',
      reason: endsReferral[reason],
      by,
      now,
    })
}

/** Says no, notes that it was withdrawn, or ends it; matches that are open end with it, and its home address is gone. */
export async function closeReferral(
  trx: Database,
  vault: Vault,
  closing: Ending &
    (
      | { readonly name: 'decline'; readonly reason: DeclineReason }
      | { readonly name: 'end'; readonly reason: ReferralEnding }
      | { readonly name: 'withdraw'; readonly reason?: undefined }
    ),
): Promise<void> {
  const { id, name, reason, by, note, now } = closing
  const ending = reason === 'death' ? 'death' : 'need-over'
  await closeMatches(trx, vault, { referralId: id }, { ending, by, now })
  const subject = { table: 'referrals', id } as const
  await recordAct(trx, vault, { subject, name, detail: reason, by, note, now })
}

/** A volunteer stops: whoever she helped waits again. */
export async function endVolunteer(
  trx: Database,
  vault: Vault,
  { id, reason, by, note, now }: Ending & { readonly reason: VolunteerEnding },
): Promise<void> {
  await closeMatches(trx, vault, { volunteerId: id }, { ending: 'volunteer-stopped', by, now })
  const subject = { table: 'volunteers', id } as const
  await recordAct(trx, vault, { subject, name: 'end', detail: reason, by, note, now })
}

/** Ends those that run, and lets the others come to nothing. */
export async function closeMatches(
  trx: Database,
  vault: Vault,
  of: MatchSearch,
  { ending, by, now }: { ending: MatchEnding; by: string; now: Temporal.Instant },
): Promise<void> {
  for (const { id, acts } of await listMatchFacts(trx, of)) {
    const state = matchState(acts)
    if (!isOpen(state)) continue
    const name: ActName<'matches'> = state === 'running' ? 'end' : 'decide-against'
    await recordAct(trx, vault, { subject: { table: 'matches', id }, name, detail: ending, by, now })
  }
}
