import { Temporal } from 'temporal-polyfill'
import { type Act, latest } from './act.ts'
import type { KnownMatch, Rule } from './follow-up.ts'
import { matchState } from './match.ts'
import { addWorkingDays, dayOf } from './working-days.ts'

const dateOf = (act: Act<'matches'> | undefined) =>
  act && (act.date ? Temporal.PlainDate.from(act.date) : dayOf(act.at))

export function dueForMatch({ acts }: KnownMatch): Rule[] {
  switch (matchState(acts)) {
    case 'proposed': {
      const proposed = latest(acts, ['propose'])
      return proposed ? [{ kind: 'agree-meeting', dueOn: addWorkingDays(dayOf(proposed.at), 5) }] : []
    }
    case 'meeting-agreed': {
      const meeting = dateOf(latest(acts, ['agree-meeting']))
      return meeting ? [{ kind: 'hold-meeting', dueOn: meeting }] : []
    }
    case 'meeting-held': {
      const held = dateOf(latest(acts, ['hold-meeting']))
      return held ? [{ kind: 'sign-agreement', dueOn: held.add({ days: 7 }) }] : []
    }
    case 'running':
      return whileRunning(acts)
    case 'ended':
    case 'declined':
      return afterDeath(acts)
  }
}

/** Whoever helped, or was to come to a meeting, hears of a death from a person. */
function afterDeath(acts: readonly Act<'matches'>[]): Rule[] {
  const end = latest(acts, ['end', 'decide-against', 'call-volunteer'])
  const isAwaited = latest(acts, ['agree-meeting', 'start']) !== undefined
  return end?.detail === 'death' && isAwaited
    ? [{ kind: 'talk-after-death', dueFrom: dayOf(end.at), dueOn: addWorkingDays(dayOf(end.at), 2) }]
    : []
}

/** Both are called two weeks after the start; then the agreement is looked at on the day that it says. */
function whileRunning(acts: readonly Act<'matches'>[]): Rule[] {
  const start = dateOf(latest(acts, ['start']))
  const review = latest(acts, ['plan-review'])?.date
  const isCalled = (name: 'call-volunteer' | 'call-relative') => {
    const call = dateOf(latest(acts, [name]))
    return start && call && Temporal.PlainDate.compare(call, start) >= 0
  }
  const calls = (['call-volunteer', 'call-relative'] as const).flatMap((kind): Rule[] =>
    start && !isCalled(kind) ? [{ kind, dueOn: start.add({ days: 14 }) }] : [],
  )
  return review ? [...calls, { kind: 'review', dueOn: Temporal.PlainDate.from(review) }] : calls
}
