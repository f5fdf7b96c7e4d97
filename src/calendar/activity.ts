/** What has dates, a café or a course. Every outlet draws the one as the other. */
import type { Audience } from './audience.ts'
import type { Cafe } from './cafe.ts'
import type { Course } from './course.ts'

export type Activity = Cafe | Course

export const isCourse = (activity: Activity): activity is Course => activity.collection === 'courses'

/** Cafés are for relatives, all of them. */
export const audienceOf = (activity: Activity): Audience =>
  isCourse(activity) ? activity.audience : 'relatives'

/** @example kindOf(cafe) // 'kafé' */
export const kindOf = (activity: Activity) => (isCourse(activity) ? activity.kind : 'kafé')

/** Where to read more; nothing for a course that stands in no public outlet. */
export const pageOf = (activity: Activity): string | undefined =>
  isCourse(activity) && activity.unlisted ? undefined : activity.path
