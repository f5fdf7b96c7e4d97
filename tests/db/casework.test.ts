import { describe, expect, test } from 'vitest'
import { noPreferences, type ReferralContent, type VolunteerContent } from '#casework/preferences.ts'
import { referralState } from '#casework/referral.ts'
import { volunteerState } from '#casework/volunteer.ts'
import { closeReferral, endMatch, endVolunteer } from '#db/endings.ts'
import { eraseReferral, eraseVolunteer } from '#db/erasing.ts'
import { findHomeAddress, setHomeAddress } from '#db/home-address.ts'
import { addMatch, agreeMeeting, findMatch, listMatchFacts, signAgreement } from '#db/matches.ts'
import { mergeVolunteers } from '#db/merging.ts'
import { listNotes } from '#db/notes.ts'
import type { Database } from '#db/open.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral, findReferral, listReferrals } from '#db/referrals.ts'
import { addVolunteer, changeVolunteer, findVolunteer, listVolunteers } from '#db/volunteers.ts'
import { standingFor } from '../../src/pages/koordinator/koblinger/[id]/_match.ts'
import { databases, now, openFresh } from './databases.ts'

type Opened = Awaited<ReturnType<typeof openFresh>>

const by = 'solveig'
const volunteer: VolunteerContent = {
  name: 'Åse-Marié Ø’Næss',
  phone: '+4755500212',
  area: 'Åsen',
  preferences: noPreferences,
}
const referral: ReferralContent = {
  relative: { name: 'Torbjørg Myrdun', phone: '+4755500231' },
  area: 'Åsen',
  bestTime: [],
  urgent: false,
  preferences: noPreferences,
}

const within = <T>({ db }: Opened, act: (trx: Database) => Promise<T>) => db.transaction().execute(act)

const signUp = (opened: Opened, content = volunteer, hours = 0) =>
  within(opened, (trx) => addVolunteer(trx, opened.vault, { content, by: 'public', now: now.add({ hours }) }))
const refer = (opened: Opened, content = referral) =>
  within(opened, (trx) => addReferral(trx, opened.vault, { source: 'relative', content, by: 'public', now }))

async function meet(opened: Opened) {
  const ids = { volunteerId: await signUp(opened), referralId: await refer(opened) }
  const id = await within(opened, async (trx) => {
    const subject = { table: 'referrals', id: ids.referralId } as const
    await recordAct(trx, opened.vault, { subject, name: 'accept', by, now })
    const match = await addMatch(trx, opened.vault, { ...ids, by, now })
    const meeting = { date: '2026-11-26', time: '17:00', place: 'Hjemme hos henne' }
    await agreeMeeting(trx, opened.vault, { id: match, meeting, by, now })
    return match
  })
  return { id, ...ids }
}

const keyCount = async ({ db }: Opened) => (await db.selectFrom('record_keys').select('id').execute()).length

describe.each(databases)('On $name', (database) => {
  test('a volunteer is found again with her acts, and what she changed leaves no key behind', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const id = await signUp(opened)
    const keys = await keyCount(opened)
    const content = { ...volunteer, name: 'Åse-Marié Lund' }
    await within(opened, (trx) => changeVolunteer(trx, vault, { id, content, by, now }))
    const found = await findVolunteer(db, vault, id)
    expect(found).toMatchObject({ content, submissionId: null, matches: [] })
    expect(found?.acts.map((act) => [act.number, act.name, act.by])).toEqual([
      [1, 'sign-up', 'public'],
      [2, 'change', 'solveig'],
    ])
    expect(await keyCount(opened)).toBe(keys)
  })

  test('lists keep to a state, an area and a search, a page at a time', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const first = await signUp(opened)
    const second = await signUp(opened, { ...volunteer, name: 'Odd-Kåre Sildevåg', area: 'Sentrum' }, 1)
    await signUp(opened, { ...volunteer, name: 'Ni Regnskog', phone: '+4755500214' }, 2)
    const subject = { table: 'volunteers', id: first } as const
    await within(opened, (trx) => recordAct(trx, vault, { subject, name: 'call', by, now }))
    const list = async (wanted: object) => {
      const { rows, total } = await listVolunteers(db, vault, { certificate: 'required', ...wanted })
      return [total, ...rows.map((row) => row.content.name)]
    }
    expect(await list({ limit: 2 })).toEqual([3, 'Ni Regnskog', 'Odd-Kåre Sildevåg'])
    expect(await list({ limit: 2, offset: 2 })).toEqual([3, 'Åse-Marié Ø’Næss'])
    expect(await list({ states: ['talked'] })).toEqual([1, 'Åse-Marié Ø’Næss'])
    expect(await list({ area: 'Sentrum' })).toEqual([1, 'Odd-Kåre Sildevåg'])
    expect(await list({ search: 'åse marie' })).toEqual([1, 'Åse-Marié Ø’Næss'])
    expect(await list({ search: '55 50 02 14' })).toEqual([1, 'Ni Regnskog'])
    expect(await list({ search: 'sildevag' })).toEqual([0])
    expect(second).not.toBe(first)
  })

  test('an agreed needs agreement starts the match on its day, once', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const { id, referralId } = await meet(opened)
    const agreement = {
      frequency: 'weekly',
      weekday: 'fri',
      time: '11:00',
      hours: 2,
      startDate: '2026-12-04',
      reviewDate: '2027-03-05',
      travelCosts: false,
      signedOn: '2026-11-26',
    } as const
    for (const hours of [2, 3])
      await within(opened, (trx) =>
        signAgreement(trx, vault, { id, agreement: { ...agreement, hours }, by, now }),
      )
    const found = await findMatch(db, vault, id)
    expect(found?.content).toMatchObject({ agreement: { hours: 3 }, meeting: { time: '17:00' } })
    expect(found?.acts.filter((act) => act.name === 'start').map((act) => act.date)).toEqual(['2026-12-04'])
    expect((await listMatchFacts(db, { referralId })).map((each) => each.id)).toEqual([id])
    expect((await listReferrals(db, vault, { states: ['running'] })).total).toBe(1)
  })

  test('a home address is kept from an agreed meeting, and gone with its key when the meeting is', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const early = await refer(opened)
    const keep = (id: string) => within(opened, (trx) => setHomeAddress(trx, vault, id, 'Åsvegen 7'))
    await expect(keep(early)).rejects.toThrow('agreed meeting')
    for (const [table, name] of [
      ['referrals', 'end'],
      ['matches', 'decide-against'],
    ] as const) {
      const { id, referralId } = await meet(opened)
      const before = await keyCount(opened)
      await keep(referralId)
      expect(await findHomeAddress(db, vault, referralId)).toBe('Åsvegen 7')
      expect((await findReferral(db, vault, referralId))?.hasHomeAddress).toBe(true)
      expect(await keyCount(opened)).toBe(before + 1)
      const subject = { table, id: table === 'referrals' ? referralId : id }
      await within(opened, (trx) => recordAct(trx, vault, { subject, name, by, now }))
      expect(await findHomeAddress(db, vault, referralId)).toBeUndefined()
      expect(await keyCount(opened)).toBe(before)
    }
  })

  test('the place of a meeting, which often is a home, goes with the address, and its day stays', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const { id, referralId } = await meet(opened)
    const meeting = async () => (await findMatch(db, vault, id))?.content.meeting
    const act = (name: 'hold-meeting' | 'decide-against') =>
      within(opened, (trx) => recordAct(trx, vault, { subject: { table: 'matches', id }, name, by, now }))
    await act('hold-meeting')
    expect((await meeting())?.place).toBe('Hjemme hos henne')
    const before = await keyCount(opened)
    await act('decide-against')
    expect(await meeting()).toEqual({ date: '2026-11-26', time: '17:00', place: '' })
    expect(await keyCount(opened)).toBe(before)
    expect((await findReferral(db, vault, referralId))?.content).toEqual(referral)
  })

  test('nothing is written about a match whose two are erased, for nothing would take it away', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const { id, volunteerId, referralId } = await meet(opened)
    const mayWrite = async () => 'state' in (await standingFor(db, id, 'note'))
    await within(opened, (trx) => eraseReferral(trx, vault, { id: referralId, by, now }))
    expect(await mayWrite()).toBe(true)
    await within(opened, (trx) => eraseVolunteer(trx, vault, { id: volunteerId, by, now }))
    expect(await mayWrite()).toBe(false)
  })

  test('a note is sealed, and refused when it holds an identity number', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const subject = { table: 'volunteers', id: await signUp(opened) } as const
    const write = (note: string) =>
      within(opened, (trx) => recordAct(trx, vault, { subject, name: 'note', by, note, now }))
    await write('Ring helst etter klokka fire')
    expect([...(await listNotes(db, vault, subject))]).toEqual([[2, 'Ring helst etter klokka fire']])
    await expect(write('Født 13.52.72 480 13')).rejects.toThrow('identity number')
    const rows = await db.selectFrom('acts').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('klokka')
  })

  test('two who act at the same moment are both written down', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const id = await signUp(opened)
    const subject = { table: 'volunteers', id } as const
    await Promise.all(
      (['call', 'attend-course', 'hold-talk'] as const).map((name) =>
        within(opened, (trx) => recordAct(trx, vault, { subject, name, by, now })),
      ),
    )
    const acts = (await findVolunteer(db, vault, id))?.acts ?? []
    expect(acts.map((act) => act.number)).toEqual([1, 2, 3, 4])
    expect(acts.map((act) => act.name).sort()).toEqual(['attend-course', 'call', 'hold-talk', 'sign-up'])
  })

  test('an assignment that ends leaves the referral waiting, or ends it with the need', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const state = async (id: string) => {
      const found = await findReferral(db, vault, id)
      return found && referralState(found)
    }
    const start = async () => {
      const met = await meet(opened)
      const subject = { table: 'matches', id: met.id } as const
      await within(opened, (trx) => recordAct(trx, vault, { subject, name: 'start', by, now }))
      expect(await state(met.referralId)).toBe('running')
      return met
    }
    for (const [reason, after] of [
      ['volunteer-stopped', 'accepted'],
      ['need-changed', 'accepted'],
      ['need-over', 'ended'],
      ['death', 'ended'],
    ] as const) {
      const { id, referralId } = await start()
      await within(opened, (trx) => endMatch(trx, vault, { id, reason, by, now }))
      expect(await state(referralId)).toBe(after)
    }
    const { volunteerId, referralId } = await start()
    await within(opened, (trx) => endVolunteer(trx, vault, { id: volunteerId, reason: 'moved', by, now }))
    expect(await state(referralId)).toBe('accepted')
    const other = await start()
    await within(opened, (trx) =>
      closeReferral(trx, vault, { id: other.referralId, name: 'end', reason: 'moved', by, now }),
    )
    expect(await listMatchFacts(db, { id: other.id }).then(([match]) => match?.acts.at(-1))).toMatchObject({
      name: 'end',
      detail: 'need-over',
    })
  })

  test('a double gives what it knew to the one that stays, and knows nothing itself', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const keptId = await signUp(opened)
    const doubleId = await signUp(opened, { ...volunteer, name: 'Å. Næss', email: 'aase@fjordvik.example' })
    await within(opened, (trx) => mergeVolunteers(trx, vault, { keptId, doubleId, by, now }))
    expect((await findVolunteer(db, vault, keptId))?.content).toEqual({
      ...volunteer,
      email: 'aase@fjordvik.example',
    })
    const double = await findVolunteer(db, vault, doubleId)
    expect(double?.content.name).toBe('')
    expect(double && volunteerState({ ...double, certificate: 'required' })).toBe('merged')
    const met = await meet(opened)
    const again = { keptId, doubleId: met.volunteerId, by, now }
    await expect(within(opened, (trx) => mergeVolunteers(trx, vault, again))).rejects.toThrow('open match')
  })

  test('whoever is erased leaves acts behind, and no key to a word about her', async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    const { id, volunteerId, referralId } = await meet(opened)
    const subject = { table: 'volunteers', id: volunteerId } as const
    await within(opened, (trx) =>
      recordAct(trx, vault, { subject, name: 'note', by, note: 'Liker å gå', now }),
    )
    await within(opened, (trx) => setHomeAddress(trx, vault, referralId, 'Åsvegen 7'))
    const before = new Set((await db.selectFrom('record_keys').select('id').execute()).map((row) => row.id))
    await within(opened, async (trx) => {
      await eraseVolunteer(trx, vault, { id: volunteerId, by, now })
      await eraseReferral(trx, vault, { id: referralId, by, now })
    })
    const after = await db.selectFrom('record_keys').select('id').execute()
    expect(after.filter((row) => before.has(row.id))).toEqual([])
    expect((await listVolunteers(db, vault, { certificate: 'required' })).total).toBe(0)
    expect((await listReferrals(db, vault, {})).total).toBe(0)
    const left = await findVolunteer(db, vault, volunteerId)
    expect(left?.content).toEqual({ name: '', area: '', preferences: noPreferences })
    expect(left?.acts.map((act) => act.name)).toEqual(['sign-up', 'note', 'erase'])
    expect(await listNotes(db, vault, subject)).toEqual(new Map())
    expect((await findMatch(db, vault, id))?.content).toEqual({})
  })
})
