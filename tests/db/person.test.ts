import { describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { listAuditLines } from '#db/audit.ts'
import { erasePerson } from '#db/erase-person.ts'
import { findTraces, type Sought } from '#db/person.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral } from '#db/referrals.ts'
import { listVolunteers } from '#db/volunteers.ts'
import { keyField } from '#forms/view.ts'
import { receive } from '#intake/receive.ts'
import { fields, volunteerForm } from '../forms/fjordvik.ts'
import { openDesk, sender } from '../intake/desk.ts'
import { databases, now } from './databases.ts'

const words = { times: {}, help: {}, interests: {}, languages: {}, limits: {} }
const aase = { name: 'Åse-Marié Ø’Næss', phone: '55 50 02 12', email: 'aase@fjordvik.example', area: 'Åsen' }
const ni = { name: 'Ni Regnskog', phone: '55 50 02 14', area: 'Sentrum' }

async function open(database: (typeof databases)[number]) {
  const desk = await openDesk(database)
  for (const typed of [aase, ni]) {
    const sent = await receive(desk, sender, volunteerForm(), fields({ ...typed, [keyField]: typed.name }))
    if ('problems' in sent) throw new Error(JSON.stringify(sent.problems))
  }
  const { db, vault } = desk
  const [volunteer] = (await listVolunteers(db, vault, { certificate: 'required', search: 'åse' })).rows
  if (!volunteer) throw new Error('expected Åse among the volunteers, got nobody')
  await db.transaction().execute(async (trx) => {
    const subject = { table: 'volunteers', id: volunteer.id } as const
    await recordAct(trx, vault, { subject, name: 'note', by: 'solveig', note: 'Ring helst om kvelden', now })
    await addReferral(trx, vault, {
      source: 'relative',
      content: {
        relative: { name: 'Åse-Marié Ø’Næss', phone: '+4755500212' },
        area: 'Åsen',
        bestTime: [],
        urgent: false,
        preferences: noPreferences,
      },
      by: 'public',
      now,
    })
  })
  const find = (sought: Sought) => findTraces(db, vault, sought, words)
  return { desk, find }
}

describe.each(databases)('On $name', (database) => {
  test('whoever asks gets all that is kept on her, by name, number or address, and nothing of others', async () => {
    const { find } = await open(database)
    const tables = async (sought: Sought) => (await find(sought)).map(({ table }) => table).sort()
    expect(await tables({ phone: '+47 55500212' })).toEqual(['referrals', 'submissions', 'volunteers'])
    expect(await tables({ email: 'AASE@fjordvik.example' })).toEqual(['outbox', 'submissions', 'volunteers'])
    expect(await tables({ name: 'åse ø’næss' })).toEqual(['referrals', 'submissions', 'volunteers'])
    expect(await tables({ phone: '12' })).toEqual([])
    expect(await tables({})).toEqual([])
    const all = JSON.stringify(await find({ ...aase }))
    for (const text of ['Ring helst om kvelden', 'aase@fjordvik.example', 'Hva heter du?', 'Åsen'])
      expect(all).toContain(text)
    expect(all).not.toContain('Regnskog')
  })

  test('whoever is erased is found no more, the log says so, and others are still there', async () => {
    const { desk, find } = await open(database)
    const { db, vault } = desk
    const traces = await find({ ...aase })
    expect(traces.length).toBe(4)
    await db.transaction().execute((trx) => erasePerson(trx, vault, { traces, by: 'solveig', now }))
    expect(await find({ ...aase })).toEqual([])
    for (const { table, id } of traces)
      expect((await listAuditLines(db, { table, row: id })).at(-1)).toMatchObject({
        actor: 'solveig',
        act: 'erase',
      })
    expect((await find({ name: 'Ni Regnskog' })).length).toBe(2)
  })
})
