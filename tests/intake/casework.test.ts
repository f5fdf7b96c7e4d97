import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { referralState } from '#casework/referral.ts'
import { removeSubmission } from '#db/purge.ts'
import { recordAct } from '#db/record-act.ts'
import { listReferrals } from '#db/referrals.ts'
import { listVolunteers } from '#db/volunteers.ts'
import { coffee } from '#forms/coffee.ts'
import type { Form, FormDefinition } from '#forms/definition.ts'
import { furtherPage } from '#forms/further-page.ts'
import { need } from '#forms/need.ts'
import { keyField } from '#forms/view.ts'
import { eraseOld } from '#intake/casework/retention.ts'
import { receive } from '#intake/receive.ts'
import { databases } from '../db/databases.ts'
import { fields, formOf, solveig, volunteerForm } from '../forms/fjordvik.ts'
import { openDesk, sender } from './desk.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
type Typed = Readonly<Record<string, string | readonly string[]>>

async function send(desk: Desk, form: Form, key: string, typed: Typed) {
  const result = await receive(desk, sender, form, fields({ ...typed, [keyField]: key }))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
}
const shipped = (definition: FormDefinition) =>
  formOf(definition, parse(readFileSync(`content/forms/${definition.key}.yaml`, 'utf8')), ['Åsen', 'Sentrum'])

const listAll = ({ db, vault }: Desk) => listVolunteers(db, vault, { certificate: 'required' })

describe.each(databases)('On $name', (database) => {
  test('a sign-up is a volunteer at once, and her second page tells more about the same one', async () => {
    const desk = await openDesk(database)
    const form = volunteerForm()
    await send(desk, form, 'a', solveig)
    const first = await listAll(desk)
    expect(first.total).toBe(1)
    expect(first.rows[0]?.content).toMatchObject({ name: 'Solveig Fjordnes', area: 'Åsen' })
    const further = furtherPage(form)
    if (!further) throw new Error('expected a second page of the volunteer form, got none')
    await send(desk, further, 'a', { times: ['fri-morning'], languages: ['pl'], limits: ['stairs'] })
    const { rows, total } = await listAll(desk)
    expect([total, rows[0]?.id]).toEqual([1, first.rows[0]?.id])
    expect(rows[0]?.content).toMatchObject({
      name: 'Solveig Fjordnes',
      phone: '+4741234567',
      preferences: { times: ['fri-morning'], languages: ['pl'], limits: ['stairs'], help: [] },
    })
    expect(rows[0]?.acts.map(({ name, by }) => [name, by])).toEqual([
      ['sign-up', 'public'],
      ['change', 'public'],
    ])
  })

  test('the same sign-up sent twice is one volunteer, a corrected name the same one', async () => {
    const desk = await openDesk(database)
    await send(desk, volunteerForm(), 'a', solveig)
    await send(desk, volunteerForm(), 'a', solveig)
    await send(desk, volunteerForm(), 'a', { ...solveig, name: 'Solveig Fjordnes Havørn' })
    const { rows, total } = await listAll(desk)
    expect([total, rows[0]?.content.name]).toEqual([1, 'Solveig Fjordnes Havørn'])
  })

  test('what home care reports is a referral without a name, with whom to call', async () => {
    const desk = await openDesk(database)
    await send(desk, shipped(need), 'a', {
      unit: 'Sone nord',
      phone: '55 50 01 90',
      area: 'Åsen',
      times: ['tue-evening'],
      help: ['walk'],
      urgency: 'urgent',
      consent: 'yes',
    })
    const [referral] = (await listReferrals(desk.db, desk.vault, {})).rows
    expect(referral?.source).toBe('home-care')
    expect(referral?.content).toEqual({
      homeCare: { unit: 'Sone nord', phone: '+4755500190' },
      area: 'Åsen',
      bestTime: [],
      urgent: true,
      preferences: { times: ['tue-evening'], help: ['walk'], interests: [], languages: [], limits: [] },
    })
    expect(referral && referralState(referral)).toBe('received')
  })

  test('a relative who wants a coffee is a referral; her own words stay where she sent them', async () => {
    const desk = await openDesk(database)
    const typed = { name: 'Torbjørg Myrdun', phone: '55 50 02 31', area: 'Åsen', bestTime: ['evening'] }
    await send(desk, shipped(coffee), 'a', { ...typed, ownWords: 'Jeg er så sliten.' })
    const [referral] = (await listReferrals(desk.db, desk.vault, { search: 'myrdun' })).rows
    expect(referral?.source).toBe('relative')
    expect(referral?.content).toMatchObject({
      relative: { name: 'Torbjørg Myrdun', phone: '+4755500231' },
      bestTime: ['evening'],
    })
    expect(JSON.stringify(referral)).not.toContain('sliten')
  })

  test('whoever never came further is erased when the form’s time is up; whoever helps is kept', async () => {
    const desk = await openDesk(database)
    const { db, vault } = desk
    await send(desk, volunteerForm(), 'a', solveig)
    await send(desk, volunteerForm(), 'b', { ...solveig, name: 'Ni Regnskog', phone: '55 50 02 14' })
    await send(desk, shipped(coffee), 'c', { name: 'Torbjørg Myrdun', phone: '55 50 02 31', area: 'Åsen' })
    const [free] = (await listVolunteers(db, vault, { certificate: 'not-required', search: 'ni' })).rows
    const steps = ['call', 'attend-course', 'hold-talk', 'sign-cooperation', 'sign-confidentiality'] as const
    await db.transaction().execute(async (trx) => {
      for (const name of steps)
        await recordAct(trx, vault, {
          subject: { table: 'volunteers', id: free?.id ?? '' },
          name,
          by: 'solveig',
          now: desk.now(),
        })
    })
    const municipality = { retention: { volunteer: 6 }, policeCertificate: 'not-required' as const }
    const erasedAfter = (days: number) =>
      eraseOld({ ...desk, now: () => desk.now().add({ hours: 24 * days }) }, municipality)
    expect(await erasedAfter(180)).toBe(0)
    expect(await erasedAfter(182)).toBe(1)
    expect((await listAll(desk)).rows.map((row) => row.content.name)).toEqual(['Ni Regnskog'])
    expect(await erasedAfter(366)).toBe(1)
    expect((await listReferrals(db, vault, {})).total).toBe(0)
    expect(await erasedAfter(999)).toBe(0)
  })

  test('a purged submission leaves the volunteer that it brought', async () => {
    const desk = await openDesk(database)
    await send(desk, volunteerForm(), 'a', solveig)
    const { id } = await desk.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
    await desk.db.transaction().execute((trx) => removeSubmission(trx, id))
    const [left] = (await listAll(desk)).rows
    expect(left).toMatchObject({ submissionId: null, content: { name: 'Solveig Fjordnes' } })
  })
})
