/** What is said about a date, in the same words on the page, in calendars and on paper. */
import type { Contact } from '#editorial/municipality.ts'
import { clock, longDate, timeRange } from './norwegian.ts'
import type { Occurrence } from './occurrences.ts'
import { sayPlace } from './place.ts'

export const unconfirmed = 'Ikke bekreftet – ring først'

/** @example sayWhen(occurrence, today) // 'tirsdag 24. november kl. 12.00–14.00' */
export function sayWhen({ startsAt, endsAt }: Occurrence, today?: { year: number }): string {
  return `${longDate(startsAt, today)} ${timeRange(startsAt, endsAt)}`
}

/** What happened to a date, or nothing: «Avlyst: …», «Flyttet fra tirsdag 8. desember …». */
export function sayChange(occurrence: Occurrence): string | undefined {
  const { state, reason, plannedAt, startsAt, place, of: cafe } = occurrence
  const because = reason ? ` ${reason}` : ''
  if (state === 'cancelled') return `Avlyst.${because}`
  if (state === 'planned') return reason
  const from = plannedAt.equals(startsAt)
    ? ''
    : ` fra ${longDate(plannedAt, startsAt)} kl. ${clock(plannedAt)}`
  const to = place === cafe.place ? '' : ` til ${sayPlace(place)}`
  return `Flyttet${from}${to}.${because}`
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
