import { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

/**
 * How many of those with a seat came to the courses that began within some days and are over.
 *
 * @param period days in Oslo, both included
 */
export async function countAttendance(
  db: Database,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<{ attended: number; absent: number }> {
  const midnight = (day: Temporal.PlainDate) => instantText(day.toZonedDateTime('Europe/Oslo').toInstant())
  const end = midnight(Temporal.PlainDate.from(until).add({ days: 1 }))
  const { seated, attended } = await db
    .selectFrom('sign_ups')
    .innerJoin('courses', 'courses.id', 'sign_ups.course_id')
    .where('starts_at', '>=', midnight(Temporal.PlainDate.from(from)))
    .where('ends_at', '<', end)
    .where('seated_at', 'is not', null)
    .where('left_at', 'is', null)
    .select((row) => [
      row.fn.countAll<number>().as('seated'),
      row.fn.count<number>('attended_at').as('attended'),
    ])
    .executeTakeFirstOrThrow()
  return { attended, absent: seated - attended }
}
