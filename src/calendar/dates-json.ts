/** The dates of the feed and the notices of the day as plain data, for screens and for others who want to show them. */
import type { Temporal } from 'temporal-polyfill'
import type { Notice } from '#editorial/notice.ts'
import { type Activity, audienceOf, kindOf } from './activity.ts'
import { feedPeriod } from './feed.ts'
import { longDate, timeRange } from './norwegian.ts'
import { type Occurrence, occurrences } from './occurrences.ts'
import { sayPlace } from './place.ts'
import { oneLine } from './plain-text.ts'
import { sayChange, sayTopic } from './words.ts'

/**
 * The content of `/kalender.json`: the same dates as in the feed of the same day.
 *
 * @example datesJson({ activities, notices, site: 'https://…', today }).dates[0].startsAt // '2026-11-24T12:00:00+01:00'
 */
export function datesJson({
  activities,
  notices,
  site,
  today,
}: {
  activities: readonly Activity[]
  notices: readonly Notice[]
  site: string | URL
  today: Temporal.PlainDate
}) {
  const dates = activities.flatMap((activity) => occurrences(activity, feedPeriod(today)))
  return {
    today: today.toString(),
    dates: dates.map((occurrence) => toDate(occurrence, site, today)),
    notices: notices.map(({ title, text, until }) => ({
      title: oneLine(title),
      text: oneLine(text),
      until: iso(until),
    })),
  }
}

const iso = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })

function toDate(occurrence: Occurrence, site: string | URL, today: Temporal.PlainDate) {
  const { uid, of: activity, state, tentative, startsAt, endsAt, place, changes, changedAt } = occurrence
  return {
    uid,
    kind: kindOf(activity),
    audience: audienceOf(activity),
    title: oneLine(activity.title),
    url: new URL(activity.path, site).href,
    state,
    confirmed: !tentative,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    /** In words, for those who only show them. */
    day: longDate(startsAt, today),
    time: timeRange(startsAt, endsAt),
    place: oneLine(sayPlace(place)),
    topic: sayTopic(occurrence),
    change: sayChange(occurrence),
    changes,
    changedAt: changedAt.toString(),
  }
}
