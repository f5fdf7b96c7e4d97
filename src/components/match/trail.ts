/** The way of a match, step by step, with the days that are known and those that the model prescribes. */
import { Temporal } from 'temporal-polyfill'
import { type Act, type ActName, latest } from '#casework/act.ts'
import { dayOf } from '#casework/working-days.ts'

export interface TrailStep {
  readonly words: string
  readonly done: boolean
  /** The day it was, is to be, or is due, `2026-11-24`. */
  readonly date?: string | undefined
}

export function trailOf(acts: readonly Act<'matches'>[], today: Temporal.PlainDate): TrailStep[] {
  const find = (name: ActName<'matches'>) => {
    const act = latest(acts, [name])
    if (!act) return undefined
    const recorded = dayOf(act.at).toString()
    return { recorded, date: act.date ?? recorded }
  }
  const step = (words: string, found: { date: string } | undefined): TrailStep => ({
    words,
    done: found !== undefined && found.date <= today.toString(),
    date: found?.date,
  })
  const [agreed, held, start, end] = [find('agree-meeting'), find('hold-meeting'), find('start'), find('end')]
  const inTwoWeeks = start && Temporal.PlainDate.from(start.date).add({ days: 14 }).toString()
  const call = (whom: string, found: { date: string } | undefined): TrailStep =>
    start && found && found.date >= start.date
      ? { words: `Ringt ${whom}`, done: true, date: found.date }
      : { words: `Ringe ${whom} 14 dager etter start`, done: false, date: inTwoWeeks }
  return [
    step('Foreslått', find('propose')),
    { words: 'Koblingsmøte avtalt', done: agreed !== undefined, date: agreed?.recorded },
    { words: 'Koblingsmøte', done: held !== undefined, date: held?.date ?? agreed?.date },
    step('Behovsavtale signert', find('sign-agreement')),
    step('Oppdraget starter', start),
    call('den frivillige', find('call-volunteer')),
    call('den pårørende', find('call-relative')),
    { words: 'Se over avtalen', done: false, date: find('plan-review')?.date },
    ...(end ? [step('Avsluttet', end)] : []),
  ]
}
