import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { findVolunteersAmong } from '#db/course-volunteers.ts'
import { removeSubmission } from '#db/purge.ts'
import { recordAct } from '#db/record-act.ts'
import { listCalls } from '#db/sign-up-messages.ts'
import { markAttended } from '#db/sign-ups.ts'
import { addVolunteer } from '#db/volunteers.ts'
import { purge } from '#intake/purge.ts'
import { acceptOffer, leave, noteCall } from '#intake/seats/answer-offer.ts'
import { databases } from '../../db/databases.ts'
import { openSchool, type School } from './school.ts'

const inTrx = <T>(school: School, act: (trx: School['db']) => Promise<T>) =>
  school.db.transaction().execute(act)
const leaves = async (school: School, name: string) => {
  const { id } = await school.find(name)
  return inTrx(school, (trx) => leave(trx, id, 'public', { now: school.now(), counter: school.counter() }))
}
const accepts = async (school: School, name: string) => {
  const { id } = await school.find(name)
  return inTrx(school, (trx) => acceptOffer(trx, id, { now: school.now(), counter: school.counter() }))
}

describe.each(databases)('On $name', (database) => {
  test('who comes first has the seat and its dates, the others stand in line', async () => {
    const school = await openSchool(database)
    await school.signUp('Anna')
    await school.signUp('Berit')
    await school.signUp('Cato')
    expect(await school.states()).toBe('Anna seated, Berit waiting, Cato waiting')
    const [anna, berit, cato] = await school.mail('confirmation')
    expect(anna?.text).toContain('Du har fått plass på «Kurs for nye frivillige».')
    expect(anna?.text).toMatch(/https:\/\/parorende\.fjordvik\.example\/kurs\/plass\/[0-9a-f]{64}\//)
    expect(berit?.text).toContain('venteliste som nummer 1')
    expect(cato?.text).toContain('venteliste som nummer 2')
    expect(anna?.text).not.toContain('Anna')
    const [file] = anna?.attachments ?? []
    expect(file?.content).toContain('UID:courses-varkurs-2027-02-02@fjordvik.example')
    expect(file?.content).toContain('SEQUENCE:0')
    expect(file?.content).not.toMatch(/anna/i)
    expect(berit?.attachments ?? []).toEqual([])
  })

  test('the same post gives the same seat, and changed answers keep it', async () => {
    const school = await openSchool(database)
    const first = await school.signUp('Anna')
    expect(await school.signUp('Anna')).toBe(first)
    expect(await school.signUp('Anna', { mail: false })).toBe(first)
    expect(await school.people()).toMatchObject([{ name: 'Anna', state: 'seated', channel: 'phone' }])
  })

  test('a seat that is given back is offered to the first in line, who takes it', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit', 'Cato']) await school.signUp(name)
    expect(await leaves(school, 'Anna')).toBe(true)
    expect(await leaves(school, 'Anna')).toBe(false)
    expect(await school.states()).toBe('Anna left, Berit offered, Cato waiting')
    const [offer] = await school.mail('offered')
    expect(offer).toMatchObject({ to: 'berit@fjordvik.example', subject: 'En plass er ledig for deg' })
    expect(offer?.text).toContain('onsdag 6. januar 2027 kl. 09.00')
    expect(await accepts(school, 'Cato')).toBe(false)
    expect(await accepts(school, 'Berit')).toBe(true)
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit seated, Cato waiting')
    expect((await school.mail('accepted')).map(({ to }) => to)).toEqual(['berit@fjordvik.example'])
    expect((await school.mail('left')).map(({ to }) => to)).toEqual(['anna@fjordvik.example'])
  })

  test('who says no, or nothing for 48 hours, lets the next have it', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit', 'Cato', 'Dag']) await school.signUp(name)
    await leaves(school, 'Anna')
    await leaves(school, 'Berit')
    expect(await school.states()).toBe('Anna left, Berit declined, Cato offered, Dag waiting')
    school.at('2027-01-06T07:59:59Z')
    await school.turn()
    expect(await school.states()).toContain('Cato offered')
    school.at('2027-01-06T08:00:00Z')
    expect(await accepts(school, 'Cato')).toBe(false)
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit declined, Cato expired, Dag offered')
    expect((await school.mail('expired')).map(({ to }) => to)).toEqual(['cato@fjordvik.example'])
  })

  test('in the last three days an offer is held for 12 hours, and never after the start', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    school.at('2027-01-30T17:00:00Z')
    await leaves(school, 'Anna')
    expect((await school.find('Berit')).offerEndsAt).toBe('2027-01-31T05:00:00.000Z')
    school.at('2027-02-02T10:00:00Z')
    await school.signUp('Cato')
    await school.turn()
    expect((await school.find('Cato')).seatedAt).not.toBeNull()
    await school.signUp('Dag')
    await leaves(school, 'Cato')
    expect((await school.find('Dag')).offerEndsAt).toBe('2027-02-02T17:00:00.000Z')
    school.at('2027-02-02T17:00:00Z')
    await school.signUp('Eva')
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit expired, Cato left, Dag expired, Eva waiting')
    expect((await school.mail('offered')).map(({ to }) => to)).toEqual([
      'berit@fjordvik.example',
      'dag@fjordvik.example',
    ])
  })

  test('who left no address is called, and her hours count from the call', async () => {
    const school = await openSchool(database)
    await school.signUp('Anna')
    await school.signUp('Berit', { mail: false })
    await leaves(school, 'Anna')
    school.at('2027-01-20T08:00:00Z')
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit to-call')
    expect(await school.mail('offered')).toEqual([])
    const [call] = await listCalls(school.db, school.now(), 'varkurs:1')
    expect(call).toMatchObject({ about: 'offered' })
    const { id } = await school.find('Berit')
    const at = { now: school.now(), counter: school.counter() }
    const noted = () => inTrx(school, (trx) => noteCall(trx, { id, about: 'offered', by: 'kari' }, at))
    expect(await noted()).toBe(true)
    expect(await noted()).toBe(false)
    expect(await listCalls(school.db, school.now(), 'varkurs:1')).toEqual([])
    expect(await school.find('Berit')).toMatchObject({ offerEndsAt: '2027-01-22T08:00:00.000Z' })
    expect(await accepts(school, 'Berit')).toBe(true)
  })

  test('nobody is to be called about a seat once the course has begun, or about anything when it is over', async () => {
    const school = await openSchool(database, { capacity: 2 })
    await school.signUp('Anna')
    await school.signUp('Berit', { mail: false })
    await school.signUp('Cato', { mail: false, key: 'Cato' })
    await leaves(school, 'Anna')
    const sessions = [{ date: '2027-02-02' }, { date: '2027-02-17' }]
    school.edit({ sessions })
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit seated, Cato to-call')
    const calls = async () => (await listCalls(school.db, school.now())).length
    expect(await calls()).toBe(3)
    school.at('2027-02-02T17:00:01Z')
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit seated, Cato expired')
    expect(await calls()).toBe(1)
    school.at('2027-02-17T20:00:00Z')
    expect(await calls()).toBe(0)
  })

  test('fewer seats throw nobody out, and more seats are offered in order', async () => {
    const school = await openSchool(database, { capacity: 2 })
    for (const name of ['Anna', 'Berit', 'Cato', 'Dag']) await school.signUp(name)
    school.edit({ capacity: 1 })
    await school.turn()
    expect(await school.states()).toBe('Anna seated, Berit seated, Cato waiting, Dag waiting')
    await leaves(school, 'Anna')
    expect(await school.states()).toContain('Cato waiting')
    school.edit({ capacity: 3 })
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit seated, Cato offered, Dag offered')
  })

  test('a free seat goes to who waits, not to who comes now', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    school.edit({ capacity: 2 })
    await school.signUp('Cato')
    expect(await school.states()).toBe('Anna seated, Berit offered, Cato waiting')
  })

  test('who has left may sign up again with the same answers', async () => {
    const school = await openSchool(database)
    const first = await school.signUp('Anna')
    await leaves(school, 'Anna')
    expect(await school.signUp('Anna')).not.toBe(first)
    expect(await school.states()).toBe('Anna left, Anna seated')
  })

  test('a changed date is told once to each, by mail or as a call', async () => {
    const school = await openSchool(database, { capacity: 2 })
    await school.signUp('Anna')
    await school.signUp('Berit', { mail: false })
    await school.signUp('Cato')
    await school.turn()
    const moved = { kind: 'moved', date: '2027-02-16', newDate: '2027-02-17', changedAt: '2027-01-04' }
    school.edit({ capacity: 2, exceptions: [moved] })
    await school.turn()
    await school.turn()
    const told = await school.mail('changed')
    expect(told.map(({ to }) => to)).toEqual(['anna@fjordvik.example'])
    expect(told[0]?.text).toContain(
      'onsdag 17. februar 2027 kl. 17.00–19.30. Flyttet fra tirsdag 16. februar',
    )
    expect(told[0]?.attachments?.[0]?.content).toContain('SEQUENCE:1')
    expect(await listCalls(school.db, school.now())).toMatchObject([
      { about: 'courses-varkurs-2027-02-16@fjordvik.example 1' },
    ])

    // Another process may still show the site of before.
    school.edit({ capacity: 2 })
    await school.turn()
    const again = { ...moved, newDate: '2027-02-18' }
    school.edit({ capacity: 2, exceptions: [moved, again] })
    await school.turn()
    expect(await school.mail('changed')).toHaveLength(2)
  })

  test('a date that is taken out of the file is told as gone, and a new one as new', async () => {
    const school = await openSchool(database)
    await school.signUp('Anna')
    school.edit({ sessions: [{ date: '2027-02-02' }, { date: '2027-02-23' }] })
    await school.turn()
    await school.turn()
    const [told, ...more] = await school.mail('changed')
    expect(told?.text).toContain('Ny dato: tirsdag 23. februar 2027 kl. 18.00–20.30.')
    expect(told?.text).toContain('Utgår: tirsdag 16. februar 2027 kl. 17.00.')
    expect(more).toEqual([])
  })

  test('a cancelled course is told to everybody, also to those in line, and offers nothing', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    const exceptions = ['2027-02-02', '2027-02-16'].map((date) => ({
      kind: 'cancelled',
      date,
      reason: 'For få påmeldte.',
      changedAt: '2027-01-04',
    }))
    school.edit({ exceptions, capacity: 5 })
    await school.turn()
    expect((await school.mail('cancelled')).map(({ to }) => to).sort()).toEqual([
      'anna@fjordvik.example',
      'berit@fjordvik.example',
    ])
    expect(await school.states()).toBe('Anna seated, Berit waiting')
  })

  test('reminders come three days and 24 hours before the first gathering, also past a clock change', async () => {
    // Summer time begins on Sunday 28 March 2027: three days before Tuesday at 18 is Saturday at 18, 71 hours.
    const sessions = [{ date: '2027-03-30' }, { date: '2027-04-06' }]
    const school = await openSchool(database, { sessions, capacity: 3 })
    await school.signUp('Anna')
    await school.signUp('Berit', { mail: false })
    school.at('2027-03-27T16:59:59Z')
    await school.turn()
    expect(await school.mail('threeDays')).toEqual([])
    school.at('2027-03-27T17:00:00Z')
    await school.turn()
    await school.turn()
    expect((await school.mail('threeDays')).map(({ to }) => to)).toEqual(['anna@fjordvik.example'])
    await school.signUp('Cato')
    school.at('2027-03-29T15:59:59Z')
    await school.turn()
    expect(await school.mail('oneDay')).toEqual([])
    school.at('2027-03-29T16:00:00Z')
    await school.turn()
    await school.turn()
    expect((await school.mail('oneDay')).map(({ to }) => to).sort()).toEqual([
      'anna@fjordvik.example',
      'cato@fjordvik.example',
    ])
    expect(await school.mail('threeDays')).toHaveLength(1)
    expect(await listCalls(school.db, school.now())).toEqual([])
    school.at('2027-04-05T16:00:00Z')
    await school.turn()
    expect([...(await school.mail('oneDay')), ...(await school.mail('threeDays'))]).toHaveLength(3)
  })

  test('who came to the course is noted, by whom, and may be taken back; who has no seat cannot have come', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    const note = async (name: string, by: string | null) => {
      const { id } = await school.find(name)
      return inTrx(school, (trx) => markAttended(trx, id, by, school.now()))
    }
    expect(await note('Anna', 'kari')).toBe(true)
    expect(await note('Berit', 'kari')).toBe(false)
    expect(await school.states()).toBe('Anna attended, Berit waiting')
    expect(await note('Anna', null)).toBe(true)
    expect(await school.states()).toBe('Anna seated, Berit waiting')
  })

  test('who came is known as the volunteer she is, until the course is noted there', async () => {
    const school = await openSchool(database, { capacity: 3 })
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    await school.signUp('Cato', { mail: false })
    const add = (name: string, reach: { phone?: string; email?: string }) => {
      const content = { name, ...reach, area: 'Åsen', preferences: noPreferences }
      const { vault } = school
      return inTrx(school, (trx) => addVolunteer(trx, vault, { content, by: 'public', now: school.now() }))
    }
    await add('Anna Fjell', { email: 'Anna@fjordvik.example' })
    const cato = await add('Cato Fjell', { phone: '+4755500211' })
    await add('Dina', { phone: '55 50 02 99' })
    const found = async () => {
      const volunteers = await findVolunteersAmong(school.db, school.vault, await school.people())
      return [...volunteers].map(([person, { content }]) => `${person.name}: ${content.name}`).join(', ')
    }
    expect(await found()).toBe('Anna: Anna Fjell, Cato: Cato Fjell')
    const subject = { table: 'volunteers', id: cato } as const
    const act = { subject, name: 'attend-course', by: 'kari', date: '2027-02-16', now: school.now() } as const
    await inTrx(school, (trx) => recordAct(trx, school.vault, act))
    expect(await found()).toBe('Anna: Anna Fjell')
  })

  test('a course whose file is gone keeps its people, and one may still leave', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    school.course = undefined
    await school.turn()
    expect(await school.states()).toBe('Anna seated, Berit waiting')
    const { id } = await school.find('Anna')
    expect(
      await inTrx(school, (trx) => leave(trx, id, 'public', { now: school.now(), counter: undefined })),
    ).toBe(true)
    expect(await school.states()).toBe('Anna left, Berit waiting')
  })

  test('a file that is used again for new dates has all its seats free', async () => {
    const school = await openSchool(database)
    await school.signUp('Anna')
    school.at('2027-06-01T08:00:00Z')
    school.edit({ sessions: [{ date: '2027-09-07' }] })
    await school.turn()
    await school.signUp('Berit')
    expect(await school.states()).toBe('Anna seated')
    const rows = await school.db.selectFrom('sign_ups').select(['course_id', 'seated_at']).execute()
    expect(rows.map((row) => [row.course_id, row.seated_at !== null])).toEqual([
      ['varkurs:1', true],
      ['varkurs:2', true],
    ])
    expect(await school.mail('changed')).toEqual([])
  })

  test('who is on a course keeps her place until it is over, however short answers are kept', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit', 'Cato']) await school.signUp(name)
    await leaves(school, 'Cato')
    const municipality = { retention: { course: 1 }, archiveBeforePurge: undefined }
    const purged = async () => {
      const { removed } = await purge({ ...school, municipality })
      return `${removed}: ${await school.states()}`
    }
    school.at('2027-02-05T08:00:00Z')
    await school.turn()
    expect(await purged()).toBe('1: Anna seated, Berit waiting')
    school.at('2027-06-30T08:00:00Z')
    expect(await purged()).toBe('2: ')
  })

  test('a sign-up goes with its submission', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    await leaves(school, 'Anna')
    const { submissionId } = await school.find('Berit')
    await inTrx(school, (trx) => removeSubmission(trx, submissionId))
    expect(await school.states()).toBe('Anna left')
    expect(Temporal.Instant.compare(school.now(), Temporal.Instant.from('2027-01-04T08:00:00Z'))).toBe(0)
  })
})
