import { describe, expect, test } from 'vitest'
import { listSubmissions } from '#db/submissions.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { furtherPage } from '#forms/further-page.ts'
import { stepField, steps } from '#forms/review.ts'
import { keyField } from '#forms/view.ts'
import { answerRequest } from '#intake/answer-request.ts'
import { newFormKey } from '#intake/form-key.ts'
import { keyQuery } from '#intake/further.ts'
import { databases } from '../db/databases.ts'
import { solveig, volunteerForm } from '../forms/fjordvik.ts'
import { addPerson, listMail, openDesk } from './desk.ts'

const fjordvik = municipalitySchema.parse({
  name: 'Fjordvik',
  officialName: 'Fjordvik kommune',
  county: 'Innlandet',
  website: 'https://fjordvik.example',
  theme: 'lyng',
})
const first = volunteerForm()
const further = furtherPage(first) ?? first
const origin = 'http://localhost'
const more = { times: 'tue-morning', expectCourse: 'Å lytte' }

type Desk = Awaited<ReturnType<typeof openDesk>>
async function ask(desk: Desk, request: Request, form = further, hoursLater = 0) {
  const now = () => desk.now().add({ hours: hoursLater })
  const premises = { ...desk, now, environment: { publicUrl: undefined } }
  const answer = await answerRequest(request, premises, fjordvik, form, { clientAddress: '192.0.2.1' })
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location') }
  return { ...answer, location: null }
}
const get = (key: string) => new Request(`${origin}${further.definition.path}?${keyQuery}=${key}`)
const post = (record: Record<string, string>) =>
  new Request(origin, { method: 'POST', body: new URLSearchParams(record) })
const signUp = (desk: Desk, key: string, record = {}) =>
  ask(desk, post({ ...solveig, ...record, [keyField]: key }), first)
const add = (desk: Desk, key: string, step: string = steps.send) =>
  ask(desk, post({ ...more, [keyField]: key, [stepField]: step }))
const kept = async ({ db, vault }: Desk) => {
  const submissions = await listSubmissions(db, vault)
  return submissions.map(({ version, title, reference, answers }) => ({
    version,
    title,
    reference,
    ...Object.fromEntries(answers.map(({ key, text }) => [key, text])),
  }))
}

describe.each(databases)('A further page, on $name', (database) => {
  test('is led to from the receipt, shows nothing that was sent, and adds under the same reference', async () => {
    const desk = await openDesk(database)
    const key = newFormKey(desk)
    const { location } = await signUp(desk, key)
    const [before] = await kept(desk)
    expect(before).toMatchObject({ version: 1, name: 'Solveig Fjordnes' })
    const receipt = new URL(`${origin}${location}`)
    expect(receipt.searchParams.get(keyQuery)).toBe(key)

    const page = await ask(desk, get(key))
    expect(page.status).toBe(200)
    expect(JSON.stringify(page)).not.toMatch(/Solveig|41234567|412 34 567/)

    const review = await add(desk, key, '')
    expect(review).toMatchObject({ status: 200, review: { answers: expect.anything() } })
    expect(JSON.stringify(review)).not.toMatch(/Solveig|41234567|412 34 567/)
    expect(await kept(desk)).toEqual([before])

    expect(await add(desk, key)).toMatchObject({
      status: 303,
      location: expect.stringContaining('?mer=mottatt'),
    })
    const [after] = await kept(desk)
    expect(after).toMatchObject({ ...before, version: 2, times: 'tirsdag før 12', expectCourse: 'Å lytte' })
  })

  test('changes nothing when it is sent twice, and keeps when the first page is corrected', async () => {
    const desk = await openDesk(database)
    const key = newFormKey(desk)
    await signUp(desk, key)
    await add(desk, key)
    await add(desk, key)
    await signUp(desk, key)
    expect(await kept(desk)).toMatchObject([{ version: 2, times: 'tirsdag før 12' }])
    await signUp(desk, key, { phone: '55 50 01 99' })
    expect(await kept(desk)).toMatchObject([{ version: 3, phone: '55 50 01 99', times: 'tirsdag før 12' }])
  })

  test('is two volunteers’ own, also when both answer it alike', async () => {
    const desk = await openDesk(database)
    const [one, other] = [newFormKey(desk), newFormKey(desk)]
    await signUp(desk, one)
    await signUp(desk, other, { name: 'Torgunn Lyktestad', phone: '55 50 02 11' })
    await add(desk, one)
    await add(desk, other)
    const submissions = await kept(desk)
    expect(submissions.map(({ version }) => version)).toEqual([2, 2])
    expect(new Set(submissions.map(({ reference }) => reference)).size).toBe(2)
  })

  test('opens for the key alone, and for 24 hours; what was typed too late is still there', async () => {
    const desk = await openDesk(database)
    const key = newFormKey(desk)
    expect((await ask(desk, get(key))).status).toBe(410)
    await signUp(desk, key)
    const [{ reference = '' } = {}] = await kept(desk)
    for (const other of [reference, newFormKey(desk), '', `${key}x`])
      expect(await ask(desk, get(other))).toEqual({ status: 410, location: null })
    expect((await ask(desk, get(key), further, 23)).status).toBe(200)
    expect((await ask(desk, get(key), further, 25)).status).toBe(410)
    const late = await ask(desk, post({ ...more, [keyField]: key, [stepField]: steps.send }), further, 25)
    expect(late).toMatchObject({ status: 410, failure: expect.stringContaining('90 90 48 48') })
    expect(JSON.stringify(late)).toContain('Å lytte')
    expect(await kept(desk)).toMatchObject([{ version: 1 }])
  })

  test('is told to the coordinator, and confirmed to nobody once more', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    const key = newFormKey(desk)
    await signUp(desk, key, { email: 'solveig@fjordvik.example' })
    await add(desk, key)
    const kinds = (await listMail(desk.db, desk.vault)).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['volunteer confirmation', 'volunteer notice', 'volunteer notice'])
  })
})
