/**
 * When a record has had its time. Whoever helps, rests or waits for help is kept; whoever has ended, or never came
 * further, is kept as long as the form promised, counted from the last thing that happened.
 *
 * @example hasHadItsTime(acts, 'ended', before) // true when nothing has happened since `before`
 */
import type { Act } from './act.ts'
import type { ReferralState } from './referral.ts'
import type { VolunteerState } from './volunteer.ts'

const kept: readonly (VolunteerState | ReferralState)[] = [
  'free',
  'matched',
  'paused',
  'accepted',
  'meeting-agreed',
  'running',
  'erased',
]

/** @param before an instant of fixed width, `2025-11-21T08:00:00.000Z` */
export const hasHadItsTime = (
  acts: readonly Act[],
  state: VolunteerState | ReferralState,
  before: string,
): boolean => !kept.includes(state) && (acts.at(-1)?.at ?? '') < before
