/** How far a save has come, in words for whoever made it. */
import { Temporal } from 'temporal-polyfill'
import { clock, longDate } from '#calendar/norwegian.ts'
import type { Stop } from './journal.ts'
import type { PublishState } from './publish-state.ts'

/**
 * @param savedAt ISO 8601, as `at` of the state
 * @example saySave('2026-11-21T13:02:00Z', { is: 'live', at: '2026-11-21T13:02:04Z' }, now) // 'Lagret 14.02 · På nett 14.02'
 */
export const saySave = (savedAt: string, state: PublishState, now: Temporal.Instant): string =>
  `Lagret ${sayTime(savedAt, now)} · ${sayState(state, now)}`

/** @example sayState({ is: 'stopped', at, stops: [{ title: 'Kafé', message: '«Dato»: Må fylles ut', … }] }, now) // 'Stoppet: Kafé, «Dato»: Må fylles ut' */
function sayState(state: PublishState, now: Temporal.Instant): string {
  switch (state.is) {
    case 'saved':
      return 'Venter på tur'
    case 'building':
      return 'Bygger'
    case 'live':
      return state.at ? `På nett ${sayTime(state.at, now)}` : 'På nett'
    case 'taken-back':
      return 'Ikke på nett: noen gikk tilbake'
    case 'stopped': {
      const [first] = state.stops
      return first ? sayStop(first) : 'Stoppet: noe gikk galt hos oss. Det prøves igjen'
    }
  }
}

/** @example sayStop({ title: 'Kafé', message: '«Dato»: Må fylles ut', … }) // 'Stoppet: Kafé, «Dato»: Må fylles ut' */
export const sayStop = ({ title, message }: Stop): string => `Stoppet: ${title}, ${message}`

/** The time of day alone for what happened today. */
export function sayTime(at: string, now: Temporal.Instant): string {
  const [local, today] = [Temporal.Instant.from(at), now].map((each) =>
    each.toZonedDateTimeISO('Europe/Oslo'),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  const isToday = local.toPlainDate().equals(today.toPlainDate())
  return isToday ? clock(local) : `${longDate(local, today)} kl. ${clock(local)}`
}
