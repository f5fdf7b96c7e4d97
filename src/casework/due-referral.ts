import { latest } from './act.ts'
import { answerBy } from './due-volunteer.ts'
import type { KnownReferral, Rule } from './follow-up.ts'
import { referralState } from './referral.ts'
import { addWorkingDays, dayOf } from './working-days.ts'

/** An answer within two working days; then nobody waits a month without a word. */
export function dueForReferral(referral: KnownReferral): Rule[] {
  const { acts, createdAt, matches } = referral
  const called = latest(acts, ['call'])
  switch (referralState(referral)) {
    case 'received':
      return called
        ? [{ kind: 'decide-referral', dueOn: addWorkingDays(dayOf(called.at), 5) }]
        : [{ kind: 'answer-referral', ...answerBy(dayOf(createdAt)) }]
    case 'accepted': {
      const spoken = latest(acts, ['call', 'accept', 'reopen'])
      return spoken ? [{ kind: 'update-relative', dueOn: dayOf(spoken.at).add({ months: 1 }) }] : []
    }
    case 'ended': {
      const told = latest(acts, ['end', 'tell-home-care'])
      if (told?.name !== 'end' || !matches.includes('ended')) return []
      return [{ kind: 'tell-home-care', dueOn: addWorkingDays(dayOf(told.at), 2), dueFrom: dayOf(told.at) }]
    }
    default:
      return []
  }
}
