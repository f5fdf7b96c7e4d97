import { describe, expect, test } from 'vitest'
import { listAuditLines } from '#db/audit.ts'
import { countQuarantined, listQuarantined } from '#db/quarantine.ts'
import { hasSubmission, listSubmissions } from '#db/submissions.ts'
import type { Form } from '#forms/definition.ts'
import { keyField, trapField } from '#forms/view.ts'
import { newFormKey } from '#intake/form-key.ts'
import { discardSubmission, releaseSubmission } from '#intake/quarantine.ts'
import { receive } from '#intake/receive.ts'
import { type Limits, TooManyError, usualLimits } from '#intake/suspect.ts'
import { databases, now } from '../db/databases.ts'
import { fields, solveig, volunteerForm } from '../forms/fjordvik.ts'
import { addPerson, listMail, openDesk, sender } from './desk.ts'

const form = volunteerForm()
type Desk = Awaited<ReturnType<typeof open>>

/** A desk with limits, where somebody reads what comes. */
async function open(database: (typeof databases)[number], limits: Partial<Limits> = {}) {
  const desk = { ...(await openDesk(database)), limits: { ...usualLimits, ...limits } }
  const { id } = await addPerson(desk.db, desk.vault, 'ragnhild@fjordvik.example', 'coordinator')
  return { ...desk, staffId: id }
}

interface Sending {
  readonly record?: Record<string, string>
  readonly key?: string
  readonly address?: string
  readonly trap?: string
  readonly after?: number
}

/** Fills in the form as it was made, sends it `after` seconds, and gives the reference of the receipt. */
async function send(desk: Desk, { record = solveig, key = newFormKey(desk), ...more }: Sending = {}) {
  const { address = '203.0.113.9', trap = '', after = 20 } = more
  const sent = fields({ ...record, [keyField]: key, [trapField]: trap })
  const then = { ...desk, now: () => now.add({ seconds: after }) }
  const result = await receive(then, sender, form, sent, { address, key, trapped: trap !== '' })
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.receipt.reference
}

const named = (index: number) => ({ ...solveig, name: `Navn ${index}`, phone: `4123 ${1000 + index}` })
const reasons = async ({ db, vault }: Desk) => (await listQuarantined(db, vault)).map((each) => each.reason)
const release = ({ db, vault }: Desk, id: string, released: Form = form) =>
  db.transaction().execute((trx) => releaseSubmission(trx, { vault, sender, form: released, id, now }))

describe.each(databases)('On $name', (database) => {
  test('a person who takes her time, fills in by the browser or comes back after a week is let in', async () => {
    const desk = await open(database)
    for (const [index, after] of [2, 20, 7 * 24 * 3600].entries())
      await send(desk, { record: named(index), after })
    expect(await reasons(desk)).toEqual([])
    expect(await listSubmissions(desk.db, desk.vault)).toHaveLength(3)
  })

  test.each([
    ['trap', { trap: 'https://buy.example' }],
    ['fast', { after: 1 }],
    ['unmade', { key: '' }],
    ['unmade', { key: '5f0c3c1e-0000-4000-8000-000000000000' }],
    ['unmade', { key: `mhx3k2a1.5f0c3c1e-0000-4000-8000-000000000000.${'0'.repeat(32)}` }],
  ] as const)('%s: what %o sends is kept, with a receipt, and waits for a look', async (reason, how) => {
    const desk = await open(database)
    const reference = await send(desk, how)
    expect(await hasSubmission(desk.db, 'volunteer', reference)).toBe(true)
    expect(await listSubmissions(desk.db, desk.vault)).toEqual([])
    expect(await listMail(desk.db, desk.vault)).toEqual([])
    const [held] = await listQuarantined(desk.db, desk.vault)
    expect(held).toMatchObject({ reason, reference, version: 1, title: form.words.title })
    expect(held?.answers[0]?.text).toBe(solveig.name)
  })

  test('more than usual from one network waits; whoever is elsewhere does not', async () => {
    const desk = await open(database, { perNetwork: 3 })
    for (let index = 0; index < 4; index++)
      await send(desk, { record: named(index), address: `2001:db8:0:7::${index}` })
    expect(await reasons(desk)).toEqual(['network'])
    await send(desk, { record: named(4), address: '2001:db8:0:8::1' })
    await send(desk, { record: named(5), address: '2001:db8:0:7::9', after: 3700 })
    expect(await reasons(desk)).toEqual(['network'])
    const kept = await desk.db.selectFrom('throttles').selectAll().execute()
    expect(kept.length).toBeGreaterThan(1)
    // With their colons: a fingerprint may hold any digits by chance.
    expect(JSON.stringify(kept)).not.toMatch(/2001:|:db8/)
  })

  test('a flood of one form from everywhere waits, and the next hour is open', async () => {
    const desk = await open(database, { perForm: 3 })
    for (let index = 0; index < 5; index++)
      await send(desk, { record: named(index), address: `203.0.113.${index}` })
    expect(await reasons(desk)).toEqual(['flood', 'flood'])
    await send(desk, { record: named(6), after: 3700 })
    expect(await countQuarantined(desk.db)).toBe(2)
  })

  test('sending again gives the same receipt, and a change waits with what it changes', async () => {
    const desk = await open(database)
    const key = newFormKey(desk)
    const reference = await send(desk, { key, trap: 'x' })
    expect(await send(desk, { key, trap: 'x' })).toBe(reference)
    expect(await send(desk, { key, record: { ...solveig, area: 'Sentrum' } })).toBe(reference)
    const held = await listQuarantined(desk.db, desk.vault)
    expect(held).toMatchObject([{ reference, version: 2 }])
    expect(await listMail(desk.db, desk.vault)).toEqual([])
    expect(
      (await listAuditLines(desk.db, { table: 'submissions', row: held[0]?.id ?? '' })).map(
        (each) => each.act,
      ),
    ).toEqual(['hold', 'change'])
  })

  test('released, it is like any other, with mail as of one that just came, and only once', async () => {
    const desk = await open(database)
    await send(desk, { trap: 'x', record: { ...solveig, email: 'solveig@hjemme.example' } })
    const [held] = await listQuarantined(desk.db, desk.vault)
    const id = held?.id ?? ''
    const twice = await Promise.all([release(desk, id), release(desk, id)])
    expect(twice.toSorted()).toEqual([false, true])
    expect(await reasons(desk)).toEqual([])
    expect(await listSubmissions(desk.db, desk.vault)).toMatchObject([{ id, reference: held?.reference }])
    expect((await listMail(desk.db, desk.vault)).map((each) => each.subject).sort()).toEqual([
      'Ny påmelding: frivillig',
      'Vi har fått påmeldingen din',
    ])
  })

  test('discarded, it is gone with its keys and fingerprints', async () => {
    const desk = await open(database)
    const keys = async () => (await desk.db.selectFrom('record_keys').select('id').execute()).length
    const before = await keys()
    await send(desk, { trap: 'x' })
    expect(await keys()).toBe(before + 1)
    const [held] = await listQuarantined(desk.db, desk.vault)
    const discard = () => desk.db.transaction().execute((trx) => discardSubmission(trx, held?.id ?? ''))
    expect(await discard()).toBe(true)
    expect(await discard()).toBe(false)
    expect(await keys()).toBe(before)
    expect(await desk.db.selectFrom('submissions').selectAll().execute()).toEqual([])
    expect(await desk.db.selectFrom('submission_claims').selectAll().execute()).toEqual([])
    await send(desk)
    expect(await discard()).toBe(false)
    expect(await listSubmissions(desk.db, desk.vault)).toHaveLength(1)
  })

  test('a full quarantine takes no more and says so; everybody else is received as before', async () => {
    const desk = await open(database, { held: 2 })
    for (let index = 0; index < 2; index++) await send(desk, { trap: 'x', record: named(index) })
    await expect(send(desk, { trap: 'x', record: named(2) })).rejects.toThrow(TooManyError)
    expect(await countQuarantined(desk.db)).toBe(2)
    await send(desk, { record: named(3) })
    expect(await listSubmissions(desk.db, desk.vault)).toHaveLength(1)
  })

  test('one network that fills its part of the quarantine shuts out nobody elsewhere', async () => {
    const desk = await open(database, { perNetwork: 1, held: 2 })
    for (let index = 0; index < 4; index++)
      await send(desk, { trap: 'x', record: named(index), address: '203.0.113.9' }).catch(() => {})
    expect((await reasons(desk)).toSorted()).toEqual(['network', 'network', 'trap'])
    const more = send(desk, { trap: 'x', record: named(4), address: '203.0.113.9' })
    await expect(more).rejects.toThrow(TooManyError)
    const reference = await send(desk, { trap: 'x', record: named(5), address: '198.51.100.7' })
    expect(await hasSubmission(desk.db, 'volunteer', reference)).toBe(true)
  })

  test('what waits in quarantine makes no flood of which others are a part', async () => {
    const desk = await open(database, { perForm: 2 })
    for (let index = 0; index < 3; index++)
      await send(desk, { trap: 'x', record: named(index), address: `203.0.113.${index}` })
    expect(await reasons(desk)).toEqual(['trap', 'trap', 'trap'])
    await send(desk, { record: named(3) })
    expect(await listSubmissions(desk.db, desk.vault)).toHaveLength(1)
  })
})
