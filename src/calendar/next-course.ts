/** The course that a new volunteer can join from its beginning. */
import type { Temporal } from 'temporal-polyfill'
import type { Course } from './course.ts'
import { type Occurrence, timeZone, upcoming } from './occurrences.ts'

/**
 * The first evening of the next course for volunteers: confirmed, not begun, and its deadline not over.
 *
 * @example findNextCourse(courses, now)?.of.path // '/kurs/varkurs-2027/'
 */
export function findNextCourse(courses: readonly Course[], now: Temporal.Instant): Occurrence | undefined {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const open = courses.filter(
    ({ kind, audience, confirmedAt, deadline = today, sessions }) =>
      kind === 'kurs' &&
      audience === 'volunteers' &&
      confirmedAt !== undefined &&
      deadline >= today &&
      sessions.every(({ date }) => date >= today),
  )
  return upcoming(open, now, 12).find(({ state }) => state !== 'cancelled')
}
