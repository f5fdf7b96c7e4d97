import type { Temporal } from 'temporal-polyfill'
import type { Course } from '#calendar/course.ts'
import { findCurrentRow } from '#db/courses.ts'
import type { Database } from '#db/open.ts'
import { countSeats } from '#db/sign-ups.ts'
import { seenAs } from './occasion.ts'

/** How many seats are taken or held, and how many people wait, to be shown: the next moment it may be otherwise. */
export async function findSeats(db: Database, course: Course, now: Temporal.Instant) {
  const row = await findCurrentRow(db, seenAs(course), now)
  return row ? countSeats(db, row.id) : { taken: 0, waiting: 0 }
}
