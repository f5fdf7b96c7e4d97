import { Temporal } from 'temporal-polyfill'
import { latest } from './act.ts'
import type { Known, Rule } from './follow-up.ts'
import { matchState } from './match.ts'
import { dayOf } from './working-days.ts'

/** Volunteers with assignments meet in a group every six weeks, counted from the last time, or from the first start. */
export function dueForSupervision({ matches, deployment }: Pick<Known, 'matches' | 'deployment'>): Rule[] {
  const starts = matches
    .filter((match) => matchState(match.acts) === 'running')
    .flatMap((match) => latest(match.acts, ['start']) ?? [])
    .map((start) => start.date ?? dayOf(start.at).toString())
    .sort()
  const [first] = starts
  if (first === undefined) return []
  const held = latest(deployment, ['hold-supervision'])
  const last = held ? (held.date ?? dayOf(held.at).toString()) : first
  return [{ kind: 'supervision', dueOn: Temporal.PlainDate.from(last).add({ weeks: 6 }) }]
}
