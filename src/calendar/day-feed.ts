import ical from 'ical-generator'
import type { Temporal } from 'temporal-polyfill'
import { withOslo } from './time-zone.ts'

/** What is to be done on a day, said without saying about whom. */
export interface DayLine {
  /** The same each time that the same is said of the same day; says nothing of a person. */
  readonly uid: string
  readonly date: Temporal.PlainDate
  readonly words: string
}

const sixHours = 6 * 60 * 60

/**
 * A feed of whole days, that take no time: whoever looks at her calendar is not busy.
 *
 * @param today the same lines on the same day give the same bytes
 * @example dayFeed('Pusterom', [{ uid: 'a@fjordvik.example', date, words: 'Ring (2)' }], today)
 */
export function dayFeed(name: string, lines: readonly DayLine[], today: Temporal.PlainDate): string {
  const calendar = ical({ name, prodId: '//Pusterom//Kalender//NO', ttl: sixHours })
  for (const { uid, date, words } of lines)
    calendar.createEvent({
      id: uid,
      start: date,
      end: date.add({ days: 1 }),
      allDay: true,
      stamp: today.toZonedDateTime('Europe/Oslo').toInstant(),
      summary: words,
    })
  return withOslo(String(calendar))
}
