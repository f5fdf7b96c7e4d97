import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dueThings } from '#casework/follow-up.ts'
import { noPreferences } from '#casework/preferences.ts'
import { addAbsence } from '#db/absences.ts'
import { loadKnown } from '#db/known.ts'
import { addReferral } from '#db/referrals.ts'
import { dueFeed } from '#intake/casework/due-feed.ts'
import { digest, weekOf } from '#intake/digest.ts'
import type { RoundPremises } from '#intake/round.ts'
import { databases } from '../db/databases.ts'
import { addPerson, listMail, openDesk, sender } from './desk.ts'

const at = (text: string) => Temporal.Instant.from(text)
const monday = at('2026-11-23T07:00:00Z')
const edition = async () => ({ municipality: { policeCertificate: 'required' } }) as never

async function open(database: (typeof databases)[number]) {
  const desk = await openDesk(database)
  const { db, vault } = desk
  const { id: kari } = await addPerson(db, vault, 'kari@fjordvik.example', 'coordinator')
  const { id: vera } = await addPerson(db, vault, 'vera@fjordvik.example', 'deputy')
  await addPerson(db, vault, 'leser@fjordvik.example', 'reader')
  const relative = { name: 'Torbjørg Myrdun', phone: '+4755500262' }
  const content = { relative, area: 'Åsen', bestTime: [], urgent: false, preferences: noPreferences }
  const add = () =>
    db.transaction().execute((trx) =>
      addReferral(trx, vault, {
        source: 'relative',
        content,
        by: 'public',
        now: at('2026-11-18T09:00:00Z'),
      }),
    )
  const clock = { now: monday }
  const premises: RoundPremises = { ...desk, now: () => clock.now, origin: sender.origin, edition }
  return { ...desk, kari, vera, add, clock, premises }
}

describe.each(databases)('On $name the mail of the week', (database) => {
  test('goes once to whoever acts, also from two processes, with numbers and no names', async () => {
    const { db, vault, add, premises, clock } = await open(database)
    await add()
    await Promise.all([digest.run(premises), digest.run(premises)])
    clock.now = monday.add({ hours: 3 })
    await digest.run(premises)
    const [mail, ...more] = await listMail(db, vault)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      to: 'kari@fjordvik.example',
      subject: 'Uka i Pusterom',
      kind: 'week digest',
    })
    expect(mail?.text).toContain('- 1 ting haster\n')
    expect(mail?.text).toContain(`${sender.origin}/koordinator/\n`)
    expect(mail?.text).not.toMatch(/Torbjørg|Myrdun|5550|Åsen/)
    clock.now = monday.add({ hours: 24 * 7 })
    await digest.run(premises)
    expect(await listMail(db, vault)).toHaveLength(2)
  })

  test('goes to the deputy while the coordinator is away, and to nobody when nothing waits', async () => {
    const { db, vault, add, premises, kari, vera } = await open(database)
    await digest.run(premises)
    expect(await listMail(db, vault)).toEqual([])
    await add()
    const absence = { id: 'a', staffId: kari, deputyId: vera, from: '2026-11-23', until: '2026-11-27' }
    await addAbsence(db, { ...absence, by: kari, now: monday })
    await digest.run({ ...premises, staffOrigin: 'https://koordinator.fjordvik.example' })
    const mails = await listMail(db, vault)
    expect(mails.map(({ to }) => to)).toEqual(['vera@fjordvik.example'])
    expect(mails[0]?.text).toContain('https://koordinator.fjordvik.example/koordinator/')
  })
})

test('it comes on the first working day of the week, in the morning', () => {
  const isTime = (text: string) => weekOf(at(text)) !== undefined
  expect(isTime('2026-11-23T05:59:00Z')).toBe(false)
  expect(isTime('2026-11-23T06:00:00Z')).toBe(true)
  expect(isTime('2026-11-24T09:00:00Z')).toBe(false)
  expect(isTime('2026-11-22T09:00:00Z')).toBe(false)
  // Easter Monday 2027, and the day after.
  expect(isTime('2027-03-29T09:00:00Z')).toBe(false)
  expect(isTime('2027-03-30T09:00:00Z')).toBe(true)
  expect(weekOf(at('2027-03-30T09:00:00Z'))?.toString()).toBe('2027-03-28T22:00:00Z')
})

test('the feed of what is due gathers a day, keeps its ids, and names nobody', async () => {
  const { db, add } = await open(databases[0] as (typeof databases)[number])
  await add()
  await add()
  const today = Temporal.PlainDate.from('2026-11-23')
  const due = dueThings(await loadKnown(db), { now: monday, certificate: 'required' })
  const text = dueFeed(due, 'parorende.fjordvik.example', today)
  expect(text).toContain('SUMMARY:Ring og svar på henvendelsen (2)')
  expect(text).toContain('DTSTART;VALUE=DATE:20261123')
  expect(text).toContain('UID:2026-11-23-answer-referral@parorende.fjordvik.example')
  expect(text).not.toMatch(/Torbjørg|5550|Åsen/)
  for (const { subject } of due) expect(text).not.toContain(subject.id)
  expect(dueFeed(due, 'parorende.fjordvik.example', today)).toBe(text)
  expect(dueFeed([], 'parorende.fjordvik.example', today)).toContain('BEGIN:VTIMEZONE')
})
