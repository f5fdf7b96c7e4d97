/** The dates of the feed as plain data, for screens and for others who want to show them. */
import type { Temporal } from 'temporal-polyfill'
import type { Cafe } from './cafe.ts'
import { feedPeriod } from './feed.ts'
import { type Occurrence, occurrences } from './occurrences.ts'
import { sayPlace } from './place.ts'
import { oneLine } from './plain-text.ts'
import { sayChange, sayTopic } from './words.ts'

/**
 * The content of `/kalender.json`: the same dates as in the feed of the same day.
 *
 * @example datesJson({ cafes, site: 'https://…', today }).dates[0].startsAt // '2026-11-24T12:00:00+01:00'
 */
export function datesJson({
  cafes,
  site,
  today,
}: {
  cafes: readonly Cafe[]
  site: string | URL
  today: Temporal.PlainDate
}) {
  const dates = cafes.flatMap((cafe) => occurrences(cafe, feedPeriod(today)))
  return { today: today.toString(), dates: dates.map((occurrence) => toDate(occurrence, site)) }
}

function toDate(occurrence: Occurrence, site: string | URL) {
  const { uid, of: cafe, state, tentative, startsAt, endsAt, place, changes, changedAt } = occurrence
  const iso = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })
  return {
    uid,
    title: oneLine(cafe.title),
    url: new URL(cafe.path, site).href,
    state,
    confirmed: !tentative,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    place: oneLine(sayPlace(place)),
    topic: sayTopic(occurrence),
    change: sayChange(occurrence),
    changes,
    changedAt: changedAt.toString(),
  }
}
