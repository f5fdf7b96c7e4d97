/** Cafés, courses and notices: everything with dates. */

import type { Temporal } from 'temporal-polyfill'
import type { Activity } from '#calendar/activity.ts'
import { type Cafe, toCafe } from '#calendar/cafe.ts'
import { type Course, toCourse } from '#calendar/course.ts'
import { listNotices } from '#calendar/notices.ts'
import type { Notice } from '#editorial/notice.ts'
import { getCollection } from '#texts/collection.ts'
import { getMunicipality } from './site.ts'
import { getCourseMail } from './words.ts'

/** The cafés of the municipality by title; none is common, and a page of its own. */
export async function listCafes(): Promise<Cafe[]> {
  const municipality = await getMunicipality()
  const cafes = (await getCollection('cafes')).map(({ id, data }) => toCafe(id, data, municipality))
  return cafes.sort((a, b) => a.title.localeCompare(b.title, 'nb'))
}

async function listEveryCourse(): Promise<Course[]> {
  const municipality = await getMunicipality()
  const courses = (await getCollection('courses')).map(({ id, data }) => toCourse(id, data, municipality))
  return courses.sort((a, b) => a.title.localeCompare(b.title, 'nb'))
}

/** What the site says, for work that draws no page: see src/intake/round.ts. */
export const getEdition = async () => ({
  municipality: await getMunicipality(),
  courses: await listEveryCourse(),
  courseMail: await getCourseMail(),
})

/** The courses that the public may see, by title. */
export async function listCourses(): Promise<Course[]> {
  return (await listEveryCourse()).filter(({ unlisted }) => !unlisted)
}

/** A course that stands in no public outlet. Only for who has its token: never on a page that is built. */
export async function findUnlistedCourse(slug: string): Promise<Course | undefined> {
  return (await listEveryCourse()).find((course) => course.unlisted && course.slug === slug)
}

/** Everything with dates that the public may see. */
export async function listActivities(): Promise<Activity[]> {
  return [...(await listCafes()), ...(await listCourses())]
}

/**
 * What everybody should know at a moment: late changes, and what editors wrote.
 *
 * @param activities whose late changes; those of all when missing
 */
export async function noticesAt(now: Temporal.Instant, activities?: readonly Activity[]): Promise<Notice[]> {
  const written = (await getCollection('notices')).map(({ data }) => data)
  return listNotices({ activities: activities ?? (await listActivities()), written, now })
}
