/** Fills the demonstration through the same door as everyone: what a person could not send, is not there either. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { addStaff, findStaffId } from '#db/staff.ts'
import { channelsSchema } from '#editorial/channel.ts'
import { type Municipality, publicPhone } from '#editorial/municipality.ts'
import { channelField } from '#forms/channel.ts'
import { coffee } from '#forms/coffee.ts'
import { course } from '#forms/course.ts'
import type { Form, FormDefinition } from '#forms/definition.ts'
import { need } from '#forms/need.ts'
import { retentionOf } from '#forms/retention.ts'
import { keyField } from '#forms/view.ts'
import { volunteer } from '#forms/volunteer.ts'
import { wordsSchema } from '#forms/words.ts'
import { receive } from '#intake/receive.ts'
import type { Runtime } from '#server/runtime.ts'
import { seedHeadCounts } from './cafes.ts'
import { seedCasework } from './casework.ts'
import { seedCourse, withCourse } from './course.ts'
import { letters } from './letters.ts'
import { coordinator, signUps } from './people.ts'

/**
 * Adds the coordinator, the sign-ups, what has happened since, a full course and how many came to the cafés. Run again
 * it adds nothing: each sign-up has a key of its own, and the same key with the same answers is the same submission.
 *
 * @returns the coordinator's id
 */
export async function seed(runtime: Runtime, municipality: Municipality, origin: string): Promise<string> {
  const { db, vault, now } = runtime
  const staffId =
    (await findStaffId(db, vault, coordinator.email)) ??
    (await addStaff(db, vault, { ...coordinator, role: 'coordinator', now: now() })).id
  const { contentFolder } = runtime.environment
  const form = await readForm(volunteer, contentFolder, municipality)
  const sender = {
    municipality: municipality.officialName,
    phone: publicPhone(municipality, 'adults'),
    origin,
  }
  const read = (definition: FormDefinition) => readForm(definition, contentFolder, municipality)
  const send = async (form: Form, key: string, hoursAgo: number, answers: object) => {
    const fields = new Map(Object.entries(answers).map(([name, text]) => [name, [text]]))
    fields.set(keyField, [key])
    const then = now().subtract({ hours: hoursAgo })
    const result = await receive({ db, vault, now: () => then }, sender, form, fields)
    if ('problems' in result)
      throw new Error(`${key}: expected answers that the form takes, got ${JSON.stringify(result.problems)}`)
  }
  for (const { hoursAgo, channel, ...answers } of signUps.toReversed())
    await send(form, `demo ${answers.name}`, hoursAgo, { ...answers, [channelField]: channel ?? '' })
  for (const { definition, hoursAgo, answers } of letters)
    await send(await read(definition), `demo letter ${hoursAgo}`, hoursAgo, answers)
  const forms = { volunteer: form, need: await read(need), coffee: await read(coffee) }
  await seedCasework({ runtime, sender, forms, staffId })
  const courseForm = await readForm(course, contentFolder, municipality)
  await seedCourse(runtime, sender, await withCourse(courseForm, contentFolder, municipality))
  await seedHeadCounts(runtime, municipality, staffId)
  return staffId
}

async function readForm(
  definition: FormDefinition,
  contentFolder: string,
  municipality: Municipality,
): Promise<Form> {
  const read = async (...path: string[]): Promise<unknown> =>
    parse(await readFile(join(contentFolder, ...path), 'utf8'))
  return {
    definition,
    words: wordsSchema(definition).parse(await read('forms', `${definition.key}.yaml`)),
    channels: channelsSchema.parse(await read('channels', 'channels.yaml')).channels,
    areas: municipality.areas,
    retentionMonths: retentionOf(definition, municipality),
  }
}
