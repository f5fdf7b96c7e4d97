/** The way of a match, step by step, with the days that are known and those that the model prescribes. */
import { Temporal } from 'temporal-polyfill'
import { type Act, type ActName, latest } from '#casework/act.ts'
import type { MatchingMeeting } from '#casework/match.ts'
import { dayOf } from '#casework/working-days.ts'

export interface TrailStep {
  readonly words: string
  readonly done: boolean
  /** The day it was, or is to be, `2026-11-24`. */
  readonly date?: string | undefined
}

export function trailOf(acts: readonly Act<'matches'>[], meeting: MatchingMeeting | undefined): TrailStep[] {
  const dayOfAct = (name: ActName<'matches'>) => {
    const act = latest(acts, [name])
    return act && (act.date ?? dayOf(act.at).toString())
  }
  const done = (words: string, name: ActName<'matches'>): TrailStep => {
    const date = dayOfAct(name)
    return { words, done: date !== undefined, date }
  }
  const held = done('Koblingsmøtet er holdt', 'hold-meeting')
  const start = dayOfAct('start')
  const inTwoWeeks = start && Temporal.PlainDate.from(start).add({ days: 14 }).toString()
  const call = (words: string, name: 'call-volunteer' | 'call-relative'): TrailStep => {
    const date = dayOfAct(name)
    return date && start && date >= start
      ? { words, done: true, date }
      : { words, done: false, date: inTwoWeeks }
  }
  const review = dayOfAct('plan-review')
  return [
    done('Foreslått', 'propose'),
    {
      words: meeting ? 'Koblingsmøte avtalt' : 'Avtale koblingsmøte',
      done: dayOfAct('agree-meeting') !== undefined,
      date: dayOfAct('agree-meeting'),
    },
    held,
    done('Behovsavtalen er signert', 'sign-agreement'),
    done('Oppdraget starter', 'start'),
    call('Ringe den frivillige etter 14 dager', 'call-volunteer'),
    call('Ringe den pårørende etter 14 dager', 'call-relative'),
    { words: 'Se over avtalen', done: false, date: review },
    ...(latest(acts, ['end']) ? [done('Avsluttet', 'end')] : []),
  ]
}
