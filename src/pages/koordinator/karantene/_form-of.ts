import type { Form } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import { getCourseForm, getForm, listCourses } from '../../../content.ts'

/** The form that something was sent with, as it is now; nothing when the form or its course is gone. */
export async function findFormOf(sent: {
  readonly form: string
  readonly occasion: string | null
}): Promise<Form | undefined> {
  const definition = definitions.find(({ key }) => key === sent.form)
  if (!definition) return undefined
  if (sent.occasion === null) return getForm(definition)
  const course = (await listCourses()).find(({ slug }) => slug === sent.occasion)
  return course && getCourseForm(course)
}
