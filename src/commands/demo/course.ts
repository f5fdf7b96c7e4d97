/** Fills the spring course of Fjordvik: every seat taken, a line, one who has left, and one who must be called. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { courseSchema, toCourse } from '#calendar/course.ts'
import { occasionOf } from '#calendar/sign-up.ts'
import { findCourseBySlug } from '#db/courses.ts'
import { findSignUpByReference } from '#db/sign-ups.ts'
import type { Municipality } from '#editorial/municipality.ts'
import { channelField } from '#forms/channel.ts'
import { courseMailSchema } from '#forms/course-mail.ts'
import type { Form } from '#forms/definition.ts'
import { keyField } from '#forms/view.ts'
import type { Sender } from '#intake/premises.ts'
import { receive } from '#intake/receive.ts'
import { leave } from '#intake/seats/answer-offer.ts'
import { type CourseOccasion, getOccasion } from '#intake/seats/occasion.ts'
import type { Runtime } from '#server/runtime.ts'
import { courseSignUps } from './people.ts'

const slug = 'varkurs-2027'

/** The form with its course: dates and the words of its mail are read from the content. */
export async function withCourse(
  form: Form,
  contentFolder: string,
  municipality: Municipality,
): Promise<Form> {
  const read = async (...path: string[]): Promise<unknown> =>
    parse(await readFile(join(contentFolder, ...path), 'utf8'))
  const data = await read('municipalities', 'fjordvik', 'courses', `${slug}.yaml`)
  const course = toCourse(slug, courseSchema.parse(data), municipality)
  const mail = courseMailSchema.parse(await read('pages', 'nb', 'course-mail.yaml'))
  const occasion: CourseOccasion = { ...occasionOf(course), mail }
  return { ...form, occasion }
}

/** Run again it adds nobody. */
export async function seedCourse({ db, vault, now }: Runtime, sender: Sender, form: Form): Promise<void> {
  if (await findCourseBySlug(db, slug)) return
  const { course, mail: words } = getOccasion(form)
  const leaving: string[] = []
  for (const { hoursAgo, left, channel = '', ...answers } of courseSignUps) {
    const fields = new Map(Object.entries(answers).map(([name, text]) => [name, [text]]))
    fields.set(channelField, [channel])
    fields.set(keyField, [`demo course ${answers.name}`])
    const then = now().subtract({ hours: hoursAgo })
    const result = await receive({ db, vault, now: () => then }, sender, form, fields)
    if ('problems' in result)
      throw new Error(`${answers.name}: expected answers that the form takes, got ${JSON.stringify(result)}`)
    if (left) leaving.push(result.receipt.reference)
  }
  const at = { now: now(), counter: { vault, sender, words, course, now: now() } }
  for (const reference of leaving) {
    const signUp = await findSignUpByReference(db, reference)
    if (signUp) await db.transaction().execute((trx) => leave(trx, signUp.id, 'public', at))
  }
}
