/** Dates as schema.org Events, for search engines. Only confirmed ones: nobody may be sent to a closed door. */
import type { Temporal } from 'temporal-polyfill'
import { isCourse } from './activity.ts'
import type { Occurrence } from './occurrences.ts'

const status = { planned: 'EventScheduled', moved: 'EventRescheduled', cancelled: 'EventCancelled' } as const

/**
 * The content of a `<script type="application/ld+json">`, safe inside HTML; nothing when no date is confirmed.
 *
 * @param organiser the municipality's full name
 */
export function datesJsonLd(
  dates: readonly Occurrence[],
  site: string | URL,
  organiser: string,
): string | undefined {
  const events = dates.filter(({ tentative }) => !tentative).map((date) => toSchemaOrg(date, site, organiser))
  if (events.length === 0) return undefined
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': events }).replaceAll('<', '\\u003c')
}

function toSchemaOrg(occurrence: Occurrence, site: string | URL, organiser: string) {
  const { of: activity, state, startsAt, endsAt, plannedAt, place, topic } = occurrence
  const iso = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })
  return {
    '@type': 'Event',
    '@id': `urn:uid:${occurrence.uid}`,
    name: topic ? `${activity.title}: ${topic.title}` : activity.title,
    description: activity.summary,
    url: new URL(activity.path, site).href,
    startDate: iso(startsAt),
    endDate: iso(endsAt),
    ...(state === 'moved' ? { previousStartDate: iso(plannedAt) } : {}),
    eventStatus: `https://schema.org/${status[state]}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: place.name, address: place.address ?? place.name },
    ...(isCourse(activity) && activity.capacity ? { maximumAttendeeCapacity: activity.capacity } : {}),
    organizer: { '@type': 'Organization', name: organiser },
  }
}
