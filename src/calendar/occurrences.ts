/** From a café or a course to its dates: every outlet draws these and nothing else, so that all of them agree. */
import { Temporal } from 'temporal-polyfill'
import { type Activity, isCourse } from './activity.ts'
import { apply, type Exception, type When } from './exception.ts'
import type { Place } from './place.ts'
import type { Period } from './rule.ts'
import { isWithin, plannedOn, regularDates, type Topic } from './schedule.ts'
import { topicOf } from './session.ts'

export const timeZone = 'Europe/Oslo'

export interface Occurrence {
  /** From the date that was planned: a moved date updates what a calendar has, never doubles it. */
  readonly uid: string
  /** The café or course that the date belongs to. */
  readonly of: Activity
  /** The date that was planned, or the extra date as first announced. */
  readonly date: Temporal.PlainDate
  readonly state: 'planned' | 'moved' | 'cancelled'
  /** Nobody has confirmed the café or course. */
  readonly tentative: boolean
  readonly startsAt: Temporal.ZonedDateTime
  readonly endsAt: Temporal.ZonedDateTime
  readonly place: Place
  /** The start and the place before any move. */
  readonly plannedAt: Temporal.ZonedDateTime
  readonly plannedPlace: Place
  readonly topic: Topic | undefined
  readonly reason: string | undefined
  /** How many changes are listed for this date: SEQUENCE. */
  readonly changes: number
  /** When the café, the course or this date last changed, to the day: midnight in Oslo. */
  readonly changedAt: Temporal.Instant
}

/**
 * The dates of a café or a course that take place (or are cancelled) within a period, in order of time. A date moved
 * into the period is there, one moved out of it is not.
 *
 * @example occurrences(cafe, { from: today, until: today.add({ months: 6 }) })[0]?.state // 'planned'
 */
export function occurrences(activity: Activity, period: Period): Occurrence[] {
  const changes = changesByDate(activity)
  const dates = new Set([...regularDates(activity, period).map(String), ...changes.keys()])
  return [...dates]
    .map((date) => occurrenceOn(activity, date, changes.get(date) ?? []))
    .filter(({ startsAt }) => isWithin(startsAt.toPlainDate(), period))
    .sort(byTime)
}

/** What has not ended yet, from several cafés and courses, in order of time. */
export function upcoming(
  activities: readonly Activity[],
  now: Temporal.Instant,
  months: number,
): Occurrence[] {
  const from = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return activities
    .flatMap((activity) => occurrences(activity, { from, until: from.add({ months }) }))
    .filter(({ endsAt }) => Temporal.Instant.compare(endsAt.toInstant(), now) > 0)
    .sort(byTime)
}

/** The next date that is not cancelled, within a year. It may be `tentative`. */
export function nextOccurrence(
  activities: readonly Activity[],
  now: Temporal.Instant,
): Occurrence | undefined {
  return upcoming(activities, now, 12).find(({ state }) => state !== 'cancelled')
}

export const changesByDate = ({ exceptions }: Activity): Map<string, Exception[]> =>
  Map.groupBy(exceptions, ({ date }) => date)

/** One date as it is after these changes. */
export function occurrenceOn(activity: Activity, date: string, changes: readonly Exception[]): Occurrence {
  const regular = plannedOn(activity, date)
  const planned = changes[0]?.kind === 'extra' ? apply(regular, changes[0]) : regular
  const actual = changes.reduce(apply, regular)
  const stamps = [activity.createdAt, activity.updatedAt ?? '', ...changes.map((each) => each.changedAt)]
  const plannedPlace = planned.place ?? activity.place
  const isWhenPlanned = planned.date === actual.date && planned.startTime === actual.startTime
  const startsAt = osloTime(actual.date, actual.startTime)
  return {
    uid: `${activity.collection}-${activity.slug}-${date}@${activity.host}`,
    of: activity,
    date: actual.date === date ? startsAt.toPlainDate() : Temporal.PlainDate.from(date),
    state: actual.cancelled ? 'cancelled' : isSame(planned, actual) ? 'planned' : 'moved',
    tentative: activity.confirmedAt === undefined,
    startsAt,
    endsAt: osloTime(actual.date, actual.endTime),
    place: actual.place ?? plannedPlace,
    plannedAt: isWhenPlanned ? startsAt : osloTime(planned.date, planned.startTime),
    plannedPlace,
    topic: topicOn(activity, date),
    reason: actual.reason,
    changes: changes.length,
    changedAt: osloTime(stamps.sort().at(-1) as string, '00:00').toInstant(),
  }
}

const isSame = (planned: When, actual: When) =>
  (['date', 'startTime', 'endTime', 'place'] as const).every((key) => planned[key] === actual[key])

function topicOn(activity: Activity, date: string): Topic | undefined {
  const session = isCourse(activity) ? activity.sessions.find((each) => each.date === date) : undefined
  return session ? topicOf(session) : activity.topics.find((each) => each.date === date)
}

/** @example osloTime('2026-11-24', '12:00').toString() // '2026-11-24T12:00:00+01:00[Europe/Oslo]' */
export const osloTime = (date: string, time: string): Temporal.ZonedDateTime =>
  Temporal.ZonedDateTime.from(`${date}T${time}[${timeZone}]`)

const byTime = (a: Occurrence, b: Occurrence) =>
  Temporal.ZonedDateTime.compare(a.startsAt, b.startsAt) || (a.uid < b.uid ? -1 : 1)
