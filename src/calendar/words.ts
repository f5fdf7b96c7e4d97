/** What is said about a date, in the same words on the page, in calendars and on paper. */
import { Temporal } from 'temporal-polyfill'
import type { Contact } from '#editorial/municipality.ts'
import { audiences } from './audience.ts'
import type { Course } from './course.ts'
import { clock, longDate, sayList, timeRange } from './norwegian.ts'
import type { Occurrence } from './occurrences.ts'
import { sayPlace } from './place.ts'

export const unconfirmed = 'Ikke bekreftet – ring først'

/** @example sayWhen(occurrence, today) // 'tirsdag 24. november kl. 12.00–14.00' */
export function sayWhen({ startsAt, endsAt }: Occurrence, today?: { year: number }): string {
  return `${longDate(startsAt, today)} ${timeRange(startsAt, endsAt)}`
}

/** What happened to a date, or nothing: «Avlyst: …», «Flyttet fra tirsdag 8. desember …». */
export function sayChange(occurrence: Occurrence): string | undefined {
  const { state, reason, plannedAt, startsAt, endsAt, place, plannedPlace } = occurrence
  const because = reason ? ` ${reason}` : ''
  if (state === 'cancelled') return `Avlyst.${because}`
  if (state === 'planned') return reason
  const from = plannedAt.equals(startsAt)
    ? ''
    : ` fra ${longDate(plannedAt, startsAt)} kl. ${clock(plannedAt)}`
  const to = place === plannedPlace ? '' : ` til ${sayPlace(place)}`
  if (!from && !to) return `Nytt klokkeslett: ${timeRange(startsAt, endsAt)}.${because}`
  return `Flyttet${from}${to}.${because}`
}

/** Where a date is, when that is not where the others are and no move says so. */
export function sayElsewhere({ place, plannedPlace, of: activity }: Occurrence): string | undefined {
  return place === plannedPlace && place !== activity.place ? `Sted: ${sayPlace(place)}` : undefined
}

/** @example sayTopic(occurrence) // 'Sorg og savn – ved kreftkoordinator' */
export function sayTopic({ topic }: Pick<Occurrence, 'topic'>): string | undefined {
  return topic?.speaker ? `${topic.title} – ved ${topic.speaker}` : topic?.title
}

/** Whom to ask; a number that nobody has confirmed says from which year it is. */
export function sayContact({ name, phone, website, confirmedAt, seenYear }: Contact): string {
  const year = !confirmedAt && seenYear ? ` (nummeret er fra ${seenYear})` : ''
  return [name, phone && `${phone}${year}`, website].filter(Boolean).join(', ')
}

/** @example sayForWhom(course) // 'For frivillige. Også for deg fra Nordsund og Vestbygd.' */
export function sayForWhom({ audience, openToOthers }: Course): string {
  const others = openToOthers.length > 0 ? ` Også for deg fra ${sayList(openToOthers)}.` : ''
  return `For ${audiences[audience].name}.${others}`
}

/** How many can come, and until when one can sign up. One sentence each. */
export function sayRoom({ capacity, deadline }: Course): string[] {
  return [
    ...(capacity === undefined ? [] : [`Plass til ${capacity}.`]),
    ...(deadline === undefined ? [] : [`Meld deg på innen ${longDate(Temporal.PlainDate.from(deadline))}.`]),
  ]
}
