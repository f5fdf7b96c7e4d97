/** The form of a course as content.ts makes it, with the words that are shipped. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Course } from '#calendar/course.ts'
import { occasionOf } from '#calendar/sign-up.ts'
import { course as definition } from '#forms/course.ts'
import { courseMailSchema } from '#forms/course-mail.ts'
import type { CourseOccasion } from '#intake/seats/occasion.ts'
import { formOf } from '../../forms/fjordvik.ts'

const formWords: unknown = parse(readFileSync('content/forms/course.yaml', 'utf8'))
export const words = courseMailSchema.parse(parse(readFileSync('content/pages/nb/course-mail.yaml', 'utf8')))

export function courseForm(course: Course) {
  const occasion: CourseOccasion = { ...occasionOf(course), mail: words }
  return { ...formOf(definition, formWords), occasion }
}
