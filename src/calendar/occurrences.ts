/** From one café to its dates: every outlet draws these and nothing else, so that all of them agree. */
import { Temporal } from 'temporal-polyfill'
import type { Cafe } from './cafe.ts'
import { apply, type Exception, type When } from './exception.ts'
import type { Place } from './place.ts'
import type { Period } from './rule.ts'
import { regularDates, type Topic } from './schedule.ts'

export const timeZone = 'Europe/Oslo'

export interface Occurrence {
  /** From the date that the rule gave: a moved date updates what a calendar has, never doubles it. */
  readonly uid: string
  /** The café that the date belongs to. */
  readonly of: Cafe
  /** The date that the rule gave, or the extra date as first announced. */
  readonly date: Temporal.PlainDate
  readonly state: 'planned' | 'moved' | 'cancelled'
  /** Nobody has confirmed the café. */
  readonly tentative: boolean
  readonly startsAt: Temporal.ZonedDateTime
  readonly endsAt: Temporal.ZonedDateTime
  /** The start before any move. */
  readonly plannedAt: Temporal.ZonedDateTime
  readonly place: Place
  readonly topic: Topic | undefined
  readonly reason: string | undefined
  /** How many changes the café lists for this date: SEQUENCE. */
  readonly changes: number
  /** When the café or this date last changed, to the day: midnight in Oslo. */
  readonly changedAt: Temporal.Instant
}

/**
 * The dates of a café that take place (or are cancelled) within a period, in order of time. A date moved into the
 * period is there, one moved out of it is not.
 *
 * @example occurrences(cafe, { from: today, until: today.add({ months: 6 }) })[0]?.state // 'planned'
 */
export function occurrences(cafe: Cafe, period: Period): Occurrence[] {
  const changes = Map.groupBy(cafe.exceptions, (exception) => exception.date)
  const dates = new Set([...regularDates(cafe, period).map(String), ...changes.keys()])
  const { from, until } = period
  return [...dates]
    .map((date) => toOccurrence(cafe, Temporal.PlainDate.from(date), changes.get(date) ?? []))
    .filter(({ startsAt }) => {
      const day = startsAt.toPlainDate()
      return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, until) <= 0
    })
    .sort(byTime)
}

/** What has not ended yet, from several cafés, in order of time. */
export function upcoming(cafes: readonly Cafe[], now: Temporal.Instant, months: number): Occurrence[] {
  const from = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return cafes
    .flatMap((cafe) => occurrences(cafe, { from, until: from.add({ months }) }))
    .filter(({ endsAt }) => Temporal.Instant.compare(endsAt.toInstant(), now) > 0)
    .sort(byTime)
}

/** The next date that is not cancelled, within a year. It may be `tentative`. */
export function nextOccurrence(cafes: readonly Cafe[], now: Temporal.Instant): Occurrence | undefined {
  return upcoming(cafes, now, 12).find(({ state }) => state !== 'cancelled')
}

function toOccurrence(cafe: Cafe, date: Temporal.PlainDate, exceptions: readonly Exception[]): Occurrence {
  const iso = date.toString()
  const regular: When = { date: iso, startTime: cafe.startTime, endTime: cafe.endTime, state: 'planned' }
  const planned = exceptions[0]?.kind === 'extra' ? apply(regular, exceptions[0]) : regular
  const actual = exceptions.reduce(apply, regular)
  const stamps = [
    cafe.createdAt,
    cafe.updatedAt ?? '',
    ...exceptions.map(({ changedAt }) => changedAt),
  ].sort()
  return {
    uid: `${cafe.collection}-${cafe.slug}-${iso}@${cafe.host}`,
    of: cafe,
    date,
    state: actual.state,
    tentative: cafe.confirmedAt === undefined,
    startsAt: osloTime(actual.date, actual.startTime),
    endsAt: osloTime(actual.date, actual.endTime),
    plannedAt: osloTime(iso, planned.startTime),
    place: actual.place ?? cafe.place,
    topic: cafe.topics.find((topic) => topic.date === iso),
    reason: actual.reason,
    changes: exceptions.length,
    changedAt: osloTime(stamps.at(-1) as string, '00:00').toInstant(),
  }
}

const osloTime = (date: string, time: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })

const byTime = (a: Occurrence, b: Occurrence) =>
  Temporal.ZonedDateTime.compare(a.startsAt, b.startsAt) || (a.uid < b.uid ? -1 : 1)
