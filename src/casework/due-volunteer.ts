import { Temporal } from 'temporal-polyfill'
import { type Act, has, latest, standing } from './act.ts'
import type { KnownMatch, KnownVolunteer, Rule } from './follow-up.ts'
import { type CertificateChoice, stepsOf, volunteerState } from './volunteer.ts'
import { addWorkingDays, dayOf } from './working-days.ts'

/** Whoever signs up is called within two working days: red on the second, the deputy's on the third. */
export const answerBy = (arrived: Temporal.PlainDate) => ({
  dueFrom: arrived,
  dueOn: addWorkingDays(arrived, 2),
  redOn: addWorkingDays(arrived, 2),
  deputyOn: addWorkingDays(arrived, 3),
})

export function dueForVolunteer(
  volunteer: KnownVolunteer,
  matches: readonly KnownMatch[],
  certificate: CertificateChoice,
): Rule[] {
  const { acts, createdAt } = volunteer
  switch (volunteerState({ ...volunteer, certificate })) {
    case 'ended':
    case 'merged':
    case 'erased':
      return []
    case 'paused': {
      const until = latest(acts, ['pause'])?.date
      return until ? [{ kind: 'end-pause', dueOn: Temporal.PlainDate.from(until) }] : []
    }
    case 'free':
      return [{ kind: 'ask-volunteer', dueOn: freeSince(acts, matches, certificate).add({ months: 1 }) }]
    default:
      return has(acts, 'call') ? [] : [{ kind: 'answer-volunteer', ...answerBy(dayOf(createdAt)) }]
  }
}

/**
 * The day from which a free volunteer has waited: the last step was taken, an assignment or a pause ended, or she was
 * asked.
 */
export function freeSince(
  acts: readonly Act<'volunteers'>[],
  matches: readonly Pick<KnownMatch, 'acts'>[],
  certificate: CertificateChoice,
): Temporal.PlainDate {
  const turning = new Set<string>([
    'sign-up',
    'resume',
    'return',
    'ask',
    ...stepsOf(certificate).map((step) => step.act),
  ])
  const own = standing(acts).filter((act) => turning.has(act.name))
  const ends = matches.flatMap((match) =>
    standing(match.acts).filter((act) => act.name === 'end' || act.name === 'decide-against'),
  )
  const days = [...own, ...ends].map((act) => act.date ?? dayOf(act.at).toString()).sort()
  return Temporal.PlainDate.from(days.at(-1) ?? '1970-01-01')
}
