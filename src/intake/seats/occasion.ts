/** What a sign-up is about: the course as the site shows it, and the words of what is said about it. */
import type { Course } from '#calendar/course.ts'
import { courseDates, firstDate } from '#calendar/sign-up.ts'
import type { KnownDates, SeenCourse } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { CourseMail } from '#forms/course-mail.ts'
import type { Form, Occasion } from '#forms/definition.ts'

export interface CourseOccasion extends Occasion {
  readonly course: Course
  readonly mail: CourseMail
}

/** @throws when the form is not about a course: see getCourseForm() of src/content.ts */
export function getOccasion({ definition, occasion }: Form): CourseOccasion {
  if (!occasion || !('course' in occasion))
    throw new Error(`${definition.key}: expected a form about a course, got one without`)
  return occasion as CourseOccasion
}

/** A course as the database knows it. @throws when it has no dates, which its schema refuses */
export function seenAs(course: Course): SeenCourse {
  const dates = courseDates(course)
  const [first, last] = [firstDate(course) ?? dates[0], dates.at(-1)]
  if (!first || !last) throw new Error(`${course.slug}: expected a course with dates, got none`)
  return {
    slug: course.slug,
    title: course.title,
    capacity: course.capacity,
    startsAt: first.startsAt.toInstant(),
    endsAt: last.endsAt.toInstant(),
    dates: Object.fromEntries(
      dates.map(({ uid, changes, startsAt }): [string, KnownDates[string]] => [
        uid,
        { sequence: changes, startsAt: instantText(startsAt.toInstant()) },
      ]),
    ),
  }
}
