import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { addAbsence } from '#db/absences.ts'
import type { OpenOptions } from '#db/open.ts'
import { addVersion, hasSubmission, listSubmissions } from '#db/submissions.ts'
import { furtherPage } from '#forms/further-page.ts'
import { keyField } from '#forms/view.ts'
import { receive } from '#intake/receive.ts'
import { TooManyError } from '#intake/suspect.ts'
import { databases, now } from '../db/databases.ts'
import { fields, solveig, volunteerForm } from '../forms/fjordvik.ts'
import { addPerson, listMail, openDesk, sender } from './desk.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>

async function send(desk: Desk, key: string, record: Record<string, string>, form = volunteerForm()) {
  const result = await receive(desk, sender, form, fields({ ...record, [keyField]: key }))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.receipt.reference
}

async function sendElsewhere(options: OpenOptions, posts: Record<string, string>[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'post-often.ts'),
    JSON.stringify({ ...options, key: options.key.toString('base64'), now: options.now.toString() }),
    JSON.stringify(posts),
  ])
  return JSON.parse(stdout)
}

const counts = async ({ db, vault }: Desk) => ({
  submissions: (await listSubmissions(db, vault)).length,
  versions: (await db.selectFrom('submission_versions').select('version').execute()).length,
  mail: (await db.selectFrom('outbox').select('id').execute()).length,
})

describe.each(databases)('On $name', (database) => {
  test('what was sent is kept with the questions as asked, and later words change nothing', async () => {
    const desk = await openDesk(database)
    const reference = await send(desk, 'a', solveig)
    expect(reference).toMatch(/^[34679ACEFGHKMNPRTWXY]{8}$/)
    const [kept] = await listSubmissions(desk.db, desk.vault)
    expect(kept).toMatchObject({ form: 'volunteer', reference, version: 1, title: 'Meld deg som frivillig' })
    expect(kept?.answers.map(({ question, text }) => [question, text])).toEqual([
      ['Hva heter du?', 'Solveig Fjordnes'],
      ['Telefon', '412 34 567'],
      ['E-post', ''],
      ['Hvor i kommunen kan du hjelpe?', 'Åsen'],
    ])
    expect(await hasSubmission(desk.db, 'volunteer', reference)).toBe(true)
    expect(await hasSubmission(desk.db, 'other', reference)).toBe(false)
  })

  test('nothing that was typed can be read in any table', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    await send(desk, 'a', { ...solveig, email: 'solveig@fjordvik.example' })
    for (const table of ['submissions', 'submission_versions', 'submission_claims', 'outbox'] as const) {
      const rows = await desk.db.selectFrom(table).selectAll().execute()
      expect(rows.length).toBeGreaterThan(0)
      const bytes = rows
        .flatMap((row) => Object.values(row))
        .map((value) => Buffer.from(String(value)).toString())
      const raw = rows.flatMap((row) =>
        'sealed' in row && row.sealed ? [Buffer.from(row.sealed).toString('latin1')] : [],
      )
      // Whole values: a shorter run of digits stands in a hexadecimal fingerprint by chance.
      for (const typed of ['Solveig', '412 34 567', '41234567', 'fjordvik.example', 'Åsen']) {
        expect(bytes.filter((text) => text.includes(typed))).toEqual([])
        const asBytes = Buffer.from(typed).toString('latin1')
        expect(raw.filter((text) => text.includes(asBytes))).toEqual([])
      }
    }
  })

  test('the same key and answers give the same receipt, and no second mail', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    const first = await send(desk, 'a', solveig)
    expect(await send(desk, 'a', solveig)).toBe(first)
    expect(await send(desk, 'a', { ...solveig, phone: '+47 41234567' })).toBe(first)
    expect(await counts(desk)).toEqual({ submissions: 1, versions: 1, mail: 1 })
  })

  test('the same key with changed answers is a new version under the same reference', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    const first = await send(desk, 'a', solveig)
    expect(await send(desk, 'a', { ...solveig, area: 'Sentrum' })).toBe(first)
    expect(await counts(desk)).toEqual({ submissions: 1, versions: 2, mail: 2 })
    const [kept] = await listSubmissions(desk.db, desk.vault)
    expect(kept).toMatchObject({ version: 2, reference: first })
    expect(kept?.answers.at(-1)?.text).toBe('Sentrum')
    expect((await listMail(desk.db, desk.vault)).map((mail) => mail.subject).sort()).toEqual([
      'Endret påmelding: frivillig',
      'Ny påmelding: frivillig',
    ])
    // Changed back, also from another tab: what was sent last is what counts.
    expect(await send(desk, 'b', solveig)).toBe(first)
    expect((await listSubmissions(desk.db, desk.vault))[0]).toMatchObject({ version: 3 })
  })

  test('the next person at a shared computer, who types over the form of the one before, gets a receipt of her own', async () => {
    const desk = await openDesk(database)
    const torgunn = { name: 'Torgunn Lyktestad', phone: '412 99 888', area: 'Sentrum' }
    const first = await send(desk, 'a', solveig)
    const second = await send(desk, 'a', torgunn)
    expect(second).not.toBe(first)
    expect(await counts(desk)).toMatchObject({ submissions: 2, versions: 2 })
    // She reloads, and then corrects herself; the first is left as it was.
    expect(await send(desk, 'a', torgunn)).toBe(second)
    expect(await send(desk, 'a', { ...torgunn, area: 'Åsen' })).toBe(second)
    expect(await send(desk, 'a', { ...torgunn, name: 'Torgunn Lykt', area: 'Åsen' })).toBe(second)
    expect(await send(desk, 'a', { ...torgunn, name: 'Torgunn Lykt', phone: '412 99 889' })).toBe(second)
    const kept = await listSubmissions(desk.db, desk.vault)
    expect(kept.find((each) => each.reference === first)).toMatchObject({ version: 1 })
    expect(await send(desk, 'a', solveig)).toBe(first)
  })

  test('an identity number with a half on each of two pages is refused, and its second half is not stored', async () => {
    const desk = await openDesk(database)
    const form = volunteerForm()
    const further = furtherPage(form)
    if (!further) throw new Error('expected a further page of the volunteer form, got none')
    await send(desk, 'a', { ...solveig, name: 'Solveig, 13.52.72' })
    const result = await receive(desk, sender, further, fields({ expectSupport: '48013', [keyField]: 'a' }))
    expect(result).toMatchObject({
      problems: [{ key: 'expectSupport', text: expect.stringContaining('fødselsnummeret') }],
    })
    expect(await counts(desk)).toMatchObject({ versions: 1 })
    await send(desk, 'a', { expectSupport: 'At noen ringer etter 14 dager' }, further)
    expect(await counts(desk)).toMatchObject({ versions: 2 })
  })

  test('an address gets three confirmations a day, however it is written, and the coordinator hears of all', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    const write = (index: number, email: string, hours = 0) =>
      send({ ...desk, now: () => now.add({ hours }) }, `${index}`, {
        ...solveig,
        name: `Navn ${index}`,
        email,
      })
    const emails = [
      'aa@blåbær.example',
      'AA@Blåbær.example',
      'aa+1@xn--blbr-roah.example',
      'a.a@blåbær.example',
    ]
    for (const [index, email] of emails.entries()) await write(index, email)
    const confirmations = async () =>
      (await listMail(desk.db, desk.vault)).filter((each) => each.kind === 'volunteer confirmation').length
    expect(await confirmations()).toBe(3)
    await write(10, 'b@hjemme.example')
    expect(await confirmations()).toBe(4)
    await write(11, 'aa@blåbær.example', 24)
    expect(await confirmations()).toBe(5)
    expect((await listMail(desk.db, desk.vault)).filter((each) => each.kind.endsWith('notice'))).toHaveLength(
      6,
    )
  })

  test('who changes her answers all day fills nobody up with mail, and is told when it is too much', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    for (let index = 0; index < 6; index++) await send(desk, 'a', { ...solveig, name: `Navn ${index}` })
    expect(await counts(desk)).toEqual({ submissions: 1, versions: 6, mail: 4 })
    const [kept] = await listSubmissions(desk.db, desk.vault)
    if (!kept) throw new Error('expected a submission, got none')
    await addVersion(desk.db, desk.vault, {
      ...kept,
      version: 50,
      answersFingerprint: 'x',
      content: kept,
      now,
    })
    await expect(send(desk, 'a', { ...solveig, name: 'En til' })).rejects.toThrow(TooManyError)
    expect(await counts(desk)).toMatchObject({ submissions: 1, versions: 7 })
  })

  test('another key with the same answers is the same submission for 24 hours, and then a new one', async () => {
    const desk = await openDesk(database)
    const first = await send(desk, 'a', solveig)
    const later = (hours: number) => ({ ...desk, now: () => now.add({ hours }) })
    expect(await send(later(23), 'b', solveig)).toBe(first)
    expect(await send(later(24), 'c', solveig)).not.toBe(first)
    expect(await send(later(48), 'a', solveig)).toBe(first)
    expect(await counts(desk)).toMatchObject({ submissions: 2 })
  })

  test('what does not hold is not kept', async () => {
    const desk = await openDesk(database)
    const result = await receive(desk, sender, volunteerForm(), fields({ name: 'Solveig' }))
    expect(result).toHaveProperty('problems')
    expect(await counts(desk)).toEqual({ submissions: 0, versions: 0, mail: 0 })
  })

  test('two processes that post the same at once make one submission, one receipt and one mail', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    const sameKey = Array.from({ length: 8 }, () => ({ ...solveig, [keyField]: 'a' }))
    const otherKeys = Array.from({ length: 8 }, (_, index) => ({ ...solveig, [keyField]: `b${index}` }))
    const references = await Promise.all([
      sendElsewhere(desk.options, [...sameKey, ...otherKeys]),
      sendElsewhere(desk.options, [...otherKeys, ...sameKey]),
    ])
    expect(references.flat()).toHaveLength(32)
    expect(new Set(references.flat()).size).toBe(1)
    expect(await counts(desk)).toEqual({ submissions: 1, versions: 1, mail: 1 })
  })

  test('changes that two processes send at once all become versions, in one row after the other', async () => {
    const desk = await openDesk(database)
    const first = await send(desk, 'a', solveig)
    const changes = (word: string) =>
      Array.from({ length: 4 }, (_, index) => ({ ...solveig, name: `${word} ${index}`, [keyField]: 'a' }))
    const references = await Promise.all([
      sendElsewhere(desk.options, changes('Kari')),
      sendElsewhere(desk.options, changes('Ola')),
    ])
    expect(new Set(references.flat())).toEqual(new Set([first]))
    const versions = await desk.db
      .selectFrom('submission_versions')
      .select('version')
      .orderBy('version')
      .execute()
    expect(versions.map((row) => row.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('whoever acts today is told, and the person gets a confirmation; neither repeats an answer', async () => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
    const kari = await addPerson(desk.db, desk.vault, 'kari@fjordvik.example', 'coordinator')
    const deputy = await addPerson(desk.db, desk.vault, 'vikar@fjordvik.example', 'deputy')
    await addPerson(desk.db, desk.vault, 'vikar-2@fjordvik.example', 'deputy')
    const days = { from: '2026-11-21', until: '2026-11-21' }
    await addAbsence(desk.db, { id: 'a', staffId: kari.id, deputyId: deputy.id, ...days, by: kari.id, now })
    await addPerson(desk.db, desk.vault, 'redaktor@fjordvik.example', 'editor')
    const reference = await send(desk, 'a', { ...solveig, email: 'solveig@hjemme.example' })
    const shown = `${reference.slice(0, 4)}-${reference.slice(4)}`
    const mail = await listMail(desk.db, desk.vault)
    expect(mail.map((each) => [each.to, each.subject]).sort()).toEqual([
      ['ragnhild@fjordvik.example', 'Ny påmelding: frivillig'],
      ['solveig@hjemme.example', 'Vi har fått påmeldingen din'],
      ['vikar@fjordvik.example', 'Ny påmelding: frivillig'],
    ])
    for (const { text } of mail) {
      expect(text).toContain(shown)
      expect(text).not.toMatch(/Solveig|412 ?34|Åsen|hjemme\.example/)
    }
    expect(mail.find((each) => each.kind === 'volunteer notice')?.text).toContain(
      'https://parorende.fjordvik.example/koordinator/',
    )
    expect(mail.find((each) => each.kind === 'volunteer confirmation')?.text).toContain('55 50 01 10')
  })
})
