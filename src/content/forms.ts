/** Forms with their words and what the municipality has. */
import type { Course } from '#calendar/course.ts'
import { occasionOf } from '#calendar/sign-up.ts'
import { course as courseForm } from '#forms/course.ts'
import { everyQuestion, type Form, type FormDefinition } from '#forms/definition.ts'
import { retentionOf } from '#forms/retention.ts'
import { getCollection } from '#texts/collection.ts'
import { listTitles } from './links.ts'
import { listChannels } from './papers.ts'
import { getMunicipality } from './site.ts'
import { getCourseMail } from './words.ts'

/** A form with its words and what the municipality has. */
export async function getForm(definition: FormDefinition): Promise<Form> {
  const words = (await getCollection('forms')).find(({ data }) => data.form === definition.key)?.data
  if (!words) throw new Error(`expected content/forms/${definition.key}.yaml, got nothing`)
  const municipality = await getMunicipality()
  const asksForPage = Object.values(everyQuestion(definition)).some(({ kind }) => kind === 'sitePage')
  return {
    definition,
    words,
    areas: municipality.areas,
    retentionMonths: retentionOf(definition, municipality),
    ...(definition.fromFlyers && { channels: await listChannels() }),
    ...(asksForPage && { pages: await listTitles(), mailboxes: municipality.owners }),
  }
}

/** The form to sign up for a course, which is its occasion: see src/intake/seats/occasion.ts. */
export async function getCourseForm(course: Course): Promise<Form> {
  const occasion = { ...occasionOf(course), mail: await getCourseMail() }
  return { ...(await getForm(courseForm)), occasion }
}
