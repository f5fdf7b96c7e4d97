/** When one can sign up for a course on the site, and how long an offered seat is held. */
import type { Temporal } from 'temporal-polyfill'
import type { Course } from './course.ts'
import { changesByDate, type Occurrence, occurrenceOn, timeZone } from './occurrences.ts'

/** Whether a course takes sign-ups at all: it has room or a deadline to say, listed dates, and somebody stands behind it. */
export const takesSignUps = ({ capacity, deadline, rule, confirmedAt, unlisted }: Course): boolean =>
  (capacity !== undefined || deadline !== undefined) &&
  rule === undefined &&
  confirmedAt !== undefined &&
  !unlisted

/** Every date of a course with listed sessions, the cancelled too, in order of time. */
export function courseDates(course: Course): Occurrence[] {
  const changes = changesByDate(course)
  const dates = new Set([...course.sessions.map(({ date }) => date), ...changes.keys()])
  return [...dates]
    .map((date) => occurrenceOn(course, date, changes.get(date) ?? []))
    .sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds)
}

/** The first gathering that is not cancelled; nothing when all are. */
export const firstDate = (course: Course): Occurrence | undefined =>
  courseDates(course).find(({ state }) => state !== 'cancelled')

/** Why nobody can sign up now: `phone` when the course never takes sign-ups here. */
export type Closed = 'phone' | 'cancelled' | 'begun' | 'late'

/** @returns nothing when one can sign up */
export function closedBecause(course: Course, now: Temporal.Instant): Closed | undefined {
  if (!takesSignUps(course)) return 'phone'
  const first = firstDate(course)
  if (!first) return 'cancelled'
  if (first.startsAt.epochMilliseconds <= now.epochMilliseconds) return 'begun'
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  return course.deadline !== undefined && course.deadline < today ? 'late' : undefined
}

/** Where the form of a course is. */
export const signUpPath = ({ path }: Pick<Course, 'path'>): string => `${path}pamelding/`

/**
 * What a sign-up is about: with the words of its mail it is the occasion of a form, see src/intake/seats/occasion.ts.
 *
 * @throws when the course has no dates, which its schema refuses
 */
export function occasionOf(course: Course) {
  const first = firstDate(course) ?? courseDates(course)[0]
  if (!first) throw new Error(`${course.slug}: expected a course with dates, got none`)
  const { slug, title, capacity } = course
  return { slug, path: signUpPath(course), title, capacity, startsAt: first.startsAt.toInstant(), course }
}

/**
 * Until when a seat is held for whom it is offered to: 48 hours, 12 in the last three days, and never after the start.
 * Days are those of the calendar in Oslo, hours are counted one by one, also when the clock changes.
 *
 * @example offerEnds(Temporal.Instant.from('2027-01-10T12:00Z'), startsAt).toString() // '2027-01-12T12:00:00Z'
 */
export function offerEnds(now: Temporal.Instant, startsAt: Temporal.ZonedDateTime): Temporal.Instant {
  const lastDays = startsAt.subtract({ days: 3 }).epochMilliseconds
  const ends = now.add({ hours: now.epochMilliseconds < lastDays ? 48 : 12 })
  const start = startsAt.toInstant()
  return ends.epochMilliseconds < start.epochMilliseconds ? ends : start
}

/**
 * How much room there is, for who is about to sign up. Nothing when there is room for all.
 *
 * @example sayRoomLeft(16, { taken: 13, waiting: 0 }) // '3 av 16 plasser er ledige.'
 */
export function sayRoomLeft(
  capacity: number | undefined,
  { taken, waiting }: { readonly taken: number; readonly waiting: number },
): string | undefined {
  if (capacity === undefined) return undefined
  const free = capacity - taken
  if (free <= 0 || waiting > 0) {
    const line = waiting > 0 ? ` ${waiting} står på venteliste fra før.` : ''
    return `Kurset er fullt. Melder du deg på, kommer du på venteliste.${line}`
  }
  return free === 1 ? `Det er én plass igjen av ${capacity}.` : `${free} av ${capacity} plasser er ledige.`
}
