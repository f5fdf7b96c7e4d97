import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { listQuarantined } from '#db/quarantine.ts'
import { listSubmissions } from '#db/submissions.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { keyField, trapField } from '#forms/view.ts'
import { answerRequest } from '#intake/answer-request.ts'
import { usualLimits } from '#intake/suspect.ts'
import { databases, now } from '../db/databases.ts'
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
const later = (desk: Premises) => ({ ...desk, now: () => now.add({ seconds: 30 }) })
const inOperation = (desk: Desk): Premises => ({
  ...desk,
  environment: { publicUrl: new URL('https://parorende.fjordvik.example') },
})
const answer = (request: Request, desk: Premises) =>
  answerRequest(request, desk, fjordvik, form, { clientAddress: '203.0.113.9' })

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
    // The help line knows nothing of what is sent here.
    expect(failure).toMatch(/ring Fjordvik kommune\. Trenger du noen å snakke med.+ 90 90 48 48\.$/)
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

  test('what a program that fills in everything sends gets the ordinary receipt, and waits', async () => {
    const desk = { ...local(await openDesk(database)), limits: usualLimits }
    const made = await page(get(), desk)
    const sent = { ...solveig, [keyField]: made.view?.key ?? '', [trapField]: 'https://buy.example' }
    const { status, headers } = await response(post(sent), later(desk))
    expect([status, headers.get('location')]).toEqual([303, expect.stringContaining('/kvittering/')])
    expect(await listQuarantined(desk.db, desk.vault)).toMatchObject([{ reason: 'trap' }])
    await response(
      post({ ...solveig, name: 'Torgunn', phone: '412 99 888', [keyField]: made.view?.key ?? '' }),
      later(desk),
    )
    expect(await listSubmissions(desk.db, desk.vault)).toHaveLength(1)
  })

  test('what does not fit into a full quarantine is not received: the phone, the key and all that was typed are there', async () => {
    const desk = { ...local(await openDesk(database)), limits: { ...usualLimits, held: 0 } }
    const { status, view, failure } = await page(
      post({ ...solveig, [keyField]: 'a', [trapField]: 'x' }),
      desk,
    )
    expect(status).toBe(429)
    expect(failure).toContain('90 90 48 48')
    expect(view).toMatchObject({ key: 'a', problems: [] })
    expect(view?.questions[0]?.typed).toEqual([solveig.name])
    expect(await desk.db.selectFrom('submissions').selectAll().execute()).toEqual([])
  })

  test('an identity number is refused kindly, split, full-width or of 2032, and nothing of it is stored', async () => {
    const desk = local(await openDesk(database))
    for (const typed of [
      { name: 'Solveig 13527248013' },
      { name: 'Solveig １３５２７２ ４８０１３' },
      { name: 'Født 13.52.72', phone: '48013' },
      { email: '13527248013@fjordvik.example' },
    ] as Record<string, string>[]) {
      const { status, view } = await page(post({ ...solveig, ...typed, [keyField]: 'a' }), desk)
      expect([typed, status]).toEqual([typed, 422])
      expect(view?.problems.map((each) => each.text).join()).toContain('fødselsnummeret')
    }
    for (const table of ['submissions', 'submission_claims', 'record_keys', 'outbox'] as const)
      expect(await desk.db.selectFrom(table).selectAll().execute()).toEqual([])
    // What stands in fields that nobody asks for is never looked at, and never kept.
    await response(post({ ...solveig, [trapField]: '13527248013', other: '13527248013' }), desk)
    const bytes = await desk.db.selectFrom('submission_versions').selectAll().execute()
    const opened = await listSubmissions(desk.db, desk.vault)
    expect(bytes).toHaveLength(1)
    expect(JSON.stringify(opened) + JSON.stringify(await listQuarantined(desk.db, desk.vault))).not.toContain(
      '13527248013',
    )
  })
})

test('on a full disk nothing is received and it says so; with room again the same form is kept once', async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('expected a database')
  const desk = local(await openDesk(sqlite))
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(desk.db)
  await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count}`).execute(desk.db)
  // The pages at hand take a little yet.
  let refused = 0
  const received: string[] = []
  for (let index = 0; index < 60; index++) {
    const result = await answer(
      post({ ...solveig, name: `Navn ${index}`, phone: `4123 ${1000 + index}`, [keyField]: `${index}` }),
      desk,
    )
    if (result instanceof Response) received.push(`Navn ${index}`)
    else {
      expect(result).toMatchObject({ status: 503, failure: expect.stringContaining('90 90 48 48') })
      refused++
    }
  }
  expect(refused).toBeGreaterThan(0)
  const names = async () =>
    (await listSubmissions(desk.db, desk.vault)).map((each) => each.answers[0]?.text).toSorted()
  expect(await names()).toEqual(received.toSorted())
  await sql`pragma max_page_count = 1000000`.execute(desk.db)
  await response(post({ ...solveig, name: 'Navn 59', phone: '4123 1059', [keyField]: '59' }), desk)
  expect(await names()).toEqual([...new Set([...received, 'Navn 59'])].toSorted())
})
