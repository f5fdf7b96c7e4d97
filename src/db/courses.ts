/** Courses that somebody signed up for. The row is what is locked while seats are counted. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

/** What the signed-up know of a date, by its UID. One that is gone from the site stays, and says so. */
export type KnownDates = Readonly<
  Record<string, { readonly sequence: number; readonly startsAt: string; readonly gone?: true }>
>

/** A course as the site shows it. */
export interface SeenCourse {
  readonly slug: string
  readonly title: string
  readonly capacity: number | undefined
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly dates: KnownDates
}

/** A course as its row has it. Instants are text. */
export interface CourseRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly capacity: number | undefined
  readonly startsAt: string
  readonly endsAt: string
  readonly dates: KnownDates
}

/**
 * Finds the row of a course, or makes it, and locks it until the transaction ends. A file that is used again for new
 * dates, when the old are over, gets a row of its own: who came last year takes no seat.
 */
export async function lockCourse(
  trx: Database,
  course: SeenCourse,
  now: Temporal.Instant,
): Promise<CourseRow> {
  const before = await newestRun(trx, course.slug)
  if (!before || isOver(before, course, now)) await addRun(trx, course, (before?.run ?? 0) + 1, now)
  const row = await newestRun(trx, course.slug)
  if (!row) throw new Error(`expected a row of the course ${course.slug}, got none`)
  return lockCourseRow(trx, row.id, now)
}

/** Locks a row, also of a course that is no longer on the site. An update locks on both engines, a select on one. */
export async function lockCourseRow(trx: Database, id: string, now: Temporal.Instant): Promise<CourseRow> {
  const row = await trx
    .updateTable('courses')
    .set({ seen_at: instantText(now) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toRow(row)
}

/** Takes over what the site shows. */
export async function noteCourse(trx: Database, id: string, course: SeenCourse): Promise<void> {
  await trx.updateTable('courses').set(columnsOf(course)).where('id', '=', id).execute()
}

export async function findCourseRow(db: Database, id: string): Promise<CourseRow | undefined> {
  const row = await db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** The newest row of a slug. */
export async function findCourseBySlug(db: Database, slug: string): Promise<CourseRow | undefined> {
  const row = await newestRun(db, slug)
  return row && toRow(row)
}

/** The row in which seats of a course are counted now; nothing while nobody has signed up. */
export async function findCurrentRow(
  db: Database,
  course: SeenCourse,
  now: Temporal.Instant,
): Promise<CourseRow | undefined> {
  const row = await newestRun(db, course.slug)
  return row && !isOver(row, course, now) ? toRow(row) : undefined
}

/** Every course that anybody signed up for, the one that starts last first. */
export async function listCourseRows(db: Database): Promise<CourseRow[]> {
  const rows = await db.selectFrom('courses').selectAll().orderBy('starts_at', 'desc').orderBy('id').execute()
  return rows.map(toRow)
}

const newestRun = (db: Database, slug: string) =>
  db.selectFrom('courses').selectAll().where('slug', '=', slug).orderBy('run', 'desc').executeTakeFirst()

type Row = NonNullable<Awaited<ReturnType<typeof newestRun>>>

const isOver = (row: Row, course: SeenCourse, now: Temporal.Instant) =>
  row.ends_at <= instantText(now) && row.ends_at < instantText(course.startsAt)

async function addRun(trx: Database, course: SeenCourse, run: number, now: Temporal.Instant) {
  const { slug } = course
  await trx
    .insertInto('courses')
    .values({
      id: `${slug}:${run}`,
      slug,
      run,
      ...columnsOf(course),
      seen_at: instantText(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const columnsOf = ({ title, capacity, startsAt, endsAt, dates }: SeenCourse) => ({
  title,
  capacity: capacity ?? null,
  starts_at: instantText(startsAt),
  ends_at: instantText(endsAt),
  dates: JSON.stringify(dates),
})

const toRow = ({ id, slug, title, capacity, starts_at, ends_at, dates }: Row): CourseRow => ({
  id,
  slug,
  title,
  capacity: capacity ?? undefined,
  startsAt: starts_at,
  endsAt: ends_at,
  dates: JSON.parse(dates) as KnownDates,
})
