import type { Temporal } from 'temporal-polyfill'
import { type Due, dueThings, type KnownReferral } from '#casework/follow-up.ts'

/** What should be done with one referral; nothing when it only waits. */
export const dueOf = (referral: KnownReferral, now: Temporal.Instant): Due | undefined =>
  dueThings(
    { volunteers: [], referrals: [referral], matches: [], deployment: [] },
    { now, certificate: 'undecided' },
  ).find(({ subject }) => subject.table === 'referrals')

/** Lower is more urgent. */
export const urgencyOf = (due: Due | undefined): number => (due ? { red: 0, due: 1, later: 2 }[due.tone] : 3)
