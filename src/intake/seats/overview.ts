/** How each course stands, for the coordinator: seats, the line, and what needs a person. */
import type { Temporal } from 'temporal-polyfill'
import type { Course } from '#calendar/course.ts'
import { takesSignUps } from '#calendar/sign-up.ts'
import { type CourseRow, listCourseRows } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { Database } from '#db/open.ts'
import { listCalls } from '#db/sign-up-messages.ts'
import { countSeats } from '#db/sign-ups.ts'
import { seenAs } from './occasion.ts'

export interface CourseOverview {
  /** Of its row; nothing while nobody has signed up. */
  readonly id: string | undefined
  readonly slug: string
  readonly title: string
  readonly startsAt: string
  readonly endsAt: string
  readonly capacity: number | undefined
  /** Seats with somebody in them, or held for somebody they are offered to. */
  readonly taken: number
  readonly waiting: number
  /** People without a mail address who are still to be called. */
  readonly calls: number
  /** `vanished`: its file is renamed or deleted while people are on it. `overfull`: it was given fewer seats. */
  readonly concern: 'vanished' | 'overfull' | undefined
}

/** Courses that somebody signed up for, and those that one can still sign up for; what comes first stands first. */
export async function listCourseOverviews(
  db: Database,
  courses: readonly Course[],
  now: Temporal.Instant,
): Promise<CourseOverview[]> {
  const rows = await listCourseRows(db)
  const calls = await listCalls(db, now)
  const found = await Promise.all(
    rows.map(async (row) => {
      const seats = await countSeats(db, row.id)
      const own = calls.filter(({ courseId }) => courseId === row.id).length
      return { ...row, ...seats, calls: own, concern: concernOf(row, seats, courses, now) }
    }),
  )
  const known = new Set(rows.filter(({ endsAt }) => endsAt > instantText(now)).map(({ slug }) => slug))
  const empty = courses
    .filter((course) => takesSignUps(course) && !known.has(course.slug))
    .map((course) => {
      const { startsAt, endsAt, ...seen } = seenAs(course)
      const times = { startsAt: instantText(startsAt), endsAt: instantText(endsAt) }
      return { id: undefined, ...seen, ...times, taken: 0, waiting: 0, calls: 0, concern: undefined }
    })
    .filter(({ endsAt }) => endsAt > instantText(now))
  return [...found, ...empty].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Those that need a person now, for the page of the day. */
export async function listCourseConcerns(
  db: Database,
  courses: readonly Course[],
  now: Temporal.Instant,
): Promise<CourseOverview[]> {
  const all = await listCourseOverviews(db, courses, now)
  return all.filter(({ calls, concern }) => calls > 0 || concern !== undefined)
}

function concernOf(
  { slug, endsAt }: CourseRow,
  { taken, waiting }: { taken: number; waiting: number },
  courses: readonly Course[],
  now: Temporal.Instant,
): CourseOverview['concern'] {
  if (endsAt <= instantText(now) || taken + waiting === 0) return undefined
  const course = courses.find((each) => each.slug === slug)
  if (!course) return 'vanished'
  return taken > (course.capacity ?? Number.POSITIVE_INFINITY) ? 'overfull' : undefined
}
