import { describe, expect, test } from 'vitest'
import { listSubmissions } from '#db/submissions.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { keyField } from '#forms/view.ts'
import { answerRequest } from '#intake/answer-request.ts'
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
const form = volunteerForm()
const address = 'http://localhost/bli-frivillig/'
const get = () => new Request(address)
const post = (record: Record<string, string>) =>
  new Request(address, { method: 'POST', body: new URLSearchParams(record) })

type Desk = Awaited<ReturnType<typeof openDesk>>
type Premises = Desk & { environment: { publicUrl: URL | undefined } }
const local = (desk: Desk): Premises => ({ ...desk, environment: { publicUrl: undefined } })
const inOperation = (desk: Desk): Premises => ({
  ...desk,
  environment: { publicUrl: new URL('https://parorende.fjordvik.example') },
})
const answer = (request: Request, desk: Premises) =>
  answerRequest(request, desk, fjordvik, form, '203.0.113.9')

async function page(request: Request, desk: Premises) {
  const result = await answer(request, desk)
  if (result instanceof Response) throw new Error(`expected a page, got ${result.status}`)
  return result
}

async function response(request: Request, desk: Premises) {
  const result = await answer(request, desk)
  if (result instanceof Response) return result
  throw new Error(`expected a response, got a page with ${JSON.stringify(result.view?.problems)}`)
}

describe.each(databases)('On $name', (database) => {
  test('each look at the form gives a key of its own', async () => {
    const desk = local(await openDesk(database))
    const [first, second] = [await page(get(), desk), await page(get(), desk)]
    expect(first).toMatchObject({ status: 200, view: { problems: [], action: '/bli-frivillig/#feil' } })
    expect(first.view?.key).toMatch(/^[0-9a-z]+\.[0-9a-f-]{36}\.[0-9a-f]{32}$/)
    expect(first.view?.key).not.toBe(second.view?.key)
  })

  test('what is right leads to a receipt whose address holds the reference and nothing else', async () => {
    const desk = local(await openDesk(database))
    const { status, headers } = await response(post({ ...solveig, [keyField]: 'a' }), desk)
    expect(status).toBe(303)
    const [kept] = await listSubmissions(desk.db, desk.vault)
    const shown = `${kept?.reference.slice(0, 4)}-${kept?.reference.slice(4)}`
    expect(headers.get('location')).toBe(`/bli-frivillig/kvittering/${shown}/#kvittering`)
  })

  test('what is wrong gives the page back with the same key and every typed text', async () => {
    const desk = local(await openDesk(database))
    const { status, view } = await page(
      post({ [keyField]: 'a', name: ' Åse <script> ', phone: 'ring meg' }),
      desk,
    )
    expect(status).toBe(422)
    expect(view?.key).toBe('a')
    expect(view?.problems.map((each) => each.href)).toEqual(['#felt-phone', '#felt-area-1'])
    expect(view?.questions.map((each) => each.typed)).toEqual([[' Åse <script> '], ['ring meg'], [], []])
  })

  test('what could not be stored is not received, and is still there to be sent again', async () => {
    const desk = await openDesk(database)
    await desk.db.schema.dropTable('outbox').execute()
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    const { status, view, failure } = await page(post({ ...solveig, [keyField]: 'a' }), local(desk))
    expect(status).toBe(503)
    expect(failure).toContain('90 90 48 48')
    expect(view).toMatchObject({ key: 'a', problems: [] })
    expect(view?.questions[0]?.typed).toEqual([solveig.name])
    expect(await listSubmissions(desk.db, desk.vault)).toEqual([])
  })

  test('in operation, too, what was typed is still there when the database is away', async () => {
    const desk = inOperation(await openDesk(database))
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    expect((await response(post(solveig), desk)).status).toBe(303)
    await desk.db.destroy()
    const { status, view, failure } = await page(post({ ...solveig, [keyField]: 'a' }), desk)
    expect(status).toBe(503)
    expect(failure).toContain('90 90 48 48')
    expect(view?.questions[0]?.typed).toEqual([solveig.name])
  })

  test('in operation the phone stands there until there is a coordinator, and links lead to the public address', async () => {
    const desk = inOperation(await openDesk(database))
    expect(await page(get(), desk)).toEqual({ status: 200 })
    expect(await page(post(solveig), desk)).toEqual({ status: 503 })
    await addPerson(desk.db, desk.vault, 'redaktor@fjordvik.example', 'editor')
    expect(await page(get(), desk)).toEqual({ status: 200 })
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    expect(await page(get(), desk)).toHaveProperty('view')
    await response(post(solveig), desk)
    const [mail] = await listMail(desk.db, desk.vault)
    expect(mail?.text).toContain('https://parorende.fjordvik.example/koordinator/')
  })

  test('a program may send JSON; files, other formats and other methods are turned away', async () => {
    const desk = local(await openDesk(database))
    const send = (type: string, body: string) =>
      response(new Request(address, { method: 'POST', headers: { 'content-type': type }, body }), desk)
    expect((await send('application/json', JSON.stringify(solveig))).status).toBe(303)
    expect((await send('application/json', '{')).status).toBe(400)
    expect((await send('multipart/form-data; boundary=x', '--x--')).status).toBe(415)
    expect(await (await send('text/xml', '<a/>')).text()).toContain('90 90 48 48')
    expect((await response(new Request(address, { method: 'DELETE' }), desk)).status).toBe(405)
  })
})
