/**
 * Dates as iCalendar text (RFC 5545, 7986). Each date is written out, with its own UID: all outlets agree because
 * all draw the same list. The library writes the text and gets three things wrong, put right here: it needs zoned
 * values and UTC stamps to be right at all, it has the wrong time zone, and it does not escape the calendar's name.
 */
import ical, {
  escape as escapeText,
  type ICalCalendarData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Temporal } from 'temporal-polyfill'
import { type Activity, isCourse, pageOf } from './activity.ts'
import { type Occurrence, occurrences, timeZone } from './occurrences.ts'
import { sayAccess, sayPlace } from './place.ts'
import { oneLine, plainText } from './plain-text.ts'
import { withOslo } from './time-zone.ts'
import { sayChange, sayContact, sayForWhom, sayRoom, sayTopic, unconfirmed } from './words.ts'

/** What a subscriber sees: from 90 days back, so that a late reader finds what was cancelled, to a year ahead. */
export const feedPeriod = (today: Temporal.PlainDate) => ({
  from: today.subtract({ days: 90 }),
  until: today.add({ months: 12 }),
})

const sixHours = 6 * 60 * 60

/**
 * The feed of some cafés and courses, or of none: an empty calendar is valid too.
 *
 * @param feed.name what the calendar is called in the subscriber's list
 * @param feed.site the public address of the site, for links
 * @param feed.today the day in Oslo; the same content on the same day gives the same bytes
 * @example feed({ name: 'Kafé Etter-På', activities: [cafe], site: 'https://…', today })
 */
export function feed({
  name,
  activities,
  site,
  today,
}: {
  name: string
  activities: readonly Activity[]
  site: string | URL
  today: Temporal.PlainDate
}): string {
  const period = feedPeriod(today)
  const dates = activities.flatMap((activity) => occurrences(activity, period))
  return write({ name: escapeText(oneLine(name), false), prodId: productId, ttl: sixHours }, dates, site)
}

/** One date as a file of its own, to be put into a calendar once. It carries the same UID as in the feed. */
export const singleDate = (date: Occurrence, site: string | URL): string =>
  write({ prodId: productId }, [date], site)

const productId = '//Pusterom//Kalender//NO'

function write(properties: ICalCalendarData, dates: readonly Occurrence[], site: string | URL): string {
  const calendar = ical(properties)
  for (const date of dates) calendar.createEvent(toVevent(date, site))
  return withOslo(String(calendar))
}

function toVevent(occurrence: Occurrence, site: string | URL) {
  const { of: activity, state } = occurrence
  const topic = occurrence.topic ? `: ${occurrence.topic.title}` : ''
  const cancelled = state === 'cancelled'
  const page = pageOf(activity)
  const url = page && new URL(page, site).href
  return {
    id: occurrence.uid,
    start: occurrence.startsAt,
    end: occurrence.endsAt,
    timezone: timeZone,
    stamp: occurrence.changedAt,
    lastModified: occurrence.changedAt,
    sequence: occurrence.changes,
    summary: oneLine(`${prefix[state]}${activity.title}${topic}`),
    location: { title: oneLine(sayPlace(occurrence.place)) },
    description: { plain: describe(occurrence, url) },
    ...(url && { url }),
    status: cancelled
      ? ICalEventStatus.CANCELLED
      : occurrence.tentative
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  }
}

const prefix = { planned: '', moved: 'FLYTTET: ', cancelled: 'AVLYST: ' } as const

/** One thing on each line: what changed first, then what it is, what it costs, how to get in, whom to ask. */
function describe(occurrence: Occurrence, url: string | undefined): string {
  const { of: activity, place, tentative } = occurrence
  const { contact, cost, seenYear } = activity
  const topic = sayTopic(occurrence)
  const lines = [
    tentative && `${unconfirmed}.`,
    tentative && seenYear && `Opplysningene er fra ${seenYear}.`,
    sayChange(occurrence),
    topic && `Tema: ${topic}`,
    activity.summary,
    ...(isCourse(activity) ? [sayForWhom(activity), ...sayRoom(activity)] : []),
    cost && `Pris: ${cost}`,
    ...sayAccess(place),
    contact && `Spørsmål: ${sayContact(contact)}`,
    url && `Mer: ${url}`,
  ]
  return plainText(lines.filter((line) => typeof line === 'string').join('\n'))
}
