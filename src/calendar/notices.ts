/**
 * What everybody should know now: dates that were cancelled or moved so late that a calendar may not have heard of
 * it, and what editors wrote.
 */
import { Temporal } from 'temporal-polyfill'
import type { Notice, WrittenNotice } from '#editorial/notice.ts'
import type { Activity } from './activity.ts'
import { capitalise, longDate } from './norwegian.ts'
import { changesByDate, type Occurrence, occurrenceOn, osloTime, timeZone } from './occurrences.ts'
import { sayWhen } from './words.ts'

/** Days. Earlier than this before a date, a subscribed calendar has had time to fetch the change. */
const late = 14

/**
 * The notices of this moment: late changes in order of time, then what editors wrote. A late change is shown until
 * both the old and the new date have passed. Of what nobody has confirmed there is none.
 *
 * @example listNotices({ activities: [cafe], written: [], now })[0]?.title // 'Avlyst: Kafé Etter-På tirsdag 8. desember'
 */
export function listNotices({
  activities,
  written,
  now,
}: {
  activities: readonly Activity[]
  written: readonly WrittenNotice[]
  now: Temporal.Instant
}): Notice[] {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const changed = activities
    .filter(({ confirmedAt }) => confirmedAt !== undefined)
    .flatMap(lateChanges)
    .sort((a, b) => Temporal.ZonedDateTime.compare(first(a), first(b)))
    .map((date) => toNotice(date, today))
  const current = written
    .filter(({ from, until }) => from <= today.toString() && today.toString() <= until)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(
      (each): Notice => ({
        ...each,
        href: each.href,
        until: osloTime(each.until, '00:00').add({ days: 1 }),
      }),
    )
  return [...changed, ...current].filter(({ until }) => Temporal.Instant.compare(until.toInstant(), now) > 0)
}

function lateChanges(activity: Activity): Occurrence[] {
  return [...changesByDate(activity)].flatMap(([date, changes]) => {
    const occurrence = occurrenceOn(activity, date, changes)
    const changedAt = changes.at(-1)?.changedAt
    if (occurrence.state === 'planned' || changedAt === undefined) return []
    const warning = Temporal.PlainDate.from(changedAt).until(first(occurrence).toPlainDate())
    return warning.days <= late ? [occurrence] : []
  })
}

function toNotice(date: Occurrence, today: Temporal.PlainDate): Notice {
  const { of: activity, state, reason, plannedAt, startsAt, endsAt, place } = date
  const sameTime = plannedAt.equals(startsAt)
  const what = state === 'cancelled' ? 'Avlyst' : sameTime ? 'Endret' : 'Flyttet'
  const now = state === 'moved' && `Det blir ${sayWhen(date, today)}, ${place.name}.`
  return {
    title: `${what}: ${activity.title} ${longDate(plannedAt, today)}`,
    text: [now, reason && capitalise(reason)].filter(Boolean).join(' '),
    href: activity.path,
    until: later(endsAt, plannedAt.add(startsAt.until(endsAt))),
  }
}

/** The first moment at which somebody could stand before a closed door. */
const first = ({ plannedAt, startsAt }: Occurrence) =>
  Temporal.ZonedDateTime.compare(plannedAt, startsAt) < 0 ? plannedAt : startsAt

const later = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime) =>
  Temporal.ZonedDateTime.compare(a, b) > 0 ? a : b
