import ical, { ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { timeZone } from './occurrences.ts'
import { withOslo } from './time-zone.ts'

/** A meeting of two who are to get to know each other, as far as a calendar may know it: no names, no place. */
export interface MeetingDate {
  /** The same for every change of one meeting; says nothing to others. */
  readonly uid: string
  /** `2026-11-26` */
  readonly date: string
  /** Wall time in Oslo, `17:00` */
  readonly time: string
  /** 0 at first, one more for each change. */
  readonly changes: number
  readonly cancelled: boolean
  readonly now: Temporal.Instant
}

/** About how long a matching meeting lasts, says the model. */
const length = { minutes: 30 }

/** A file for a calendar. A later one with the same `uid` takes the place of the first. */
export function meetingFile({ uid, date, time, changes, cancelled, now }: MeetingDate): string {
  const start = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone)
  const calendar = ical({ prodId: '//Pusterom//Kalender//NO' })
  calendar.createEvent({
    id: uid,
    start,
    end: start.add(length),
    timezone: timeZone,
    stamp: now,
    sequence: changes,
    summary: cancelled ? 'AVLYST: Koblingsmøte' : 'Koblingsmøte',
    description: { plain: 'Omtrent en halv time. Det binder ingen. Koordinator sier hvor.' },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return withOslo(String(calendar))
}
