import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { actNames } from '#casework/act.ts'
import { dueActs, findDueKind } from '#casework/due-act.ts'
import { type DueKind, dueThings, type Known } from '#casework/follow-up.ts'
import { isAway, sayOnDuty } from '../../src/components/staff/on-duty.ts'
import { pageOfDue, sayDue } from '../../src/components/staff/say-due.ts'

const today = Temporal.PlainDate.from('2026-11-23')

test.each(Object.entries(dueActs))('one tap answers %s with an act of its own table', (kind, act) => {
  expect(actNames[act.table]).toContain(act.act)
  expect(act.noun).toMatch(/^[a-z-]+$/)
  expect(findDueKind(act.noun)).toBe(kind as DueKind)
})

test('no other noun is an act', () => {
  for (const noun of ['', 'toString', '__proto__', 'samtale']) expect(findDueKind(noun)).toBeUndefined()
})

test('the tap takes what was due off the list', () => {
  const receive = { number: 1, name: 'receive', by: 'public', at: '2026-11-20T09:00:00.000Z' } as const
  const call = { number: 2, name: 'call', by: 'kari', at: '2026-11-23T08:00:00.000Z' } as const
  const now = Temporal.Instant.from('2026-11-23T08:00:00Z')
  const known = (acts: Known['referrals'][number]['acts']): Known => ({
    volunteers: [],
    referrals: [{ id: 'a', createdAt: receive.at, acts, matches: [] }],
    matches: [],
    deployment: [],
  })
  const kinds = (acts: Known['referrals'][number]['acts']) =>
    dueThings(known(acts), { now, certificate: 'required' }).map(({ kind }) => kind)
  expect(kinds([receive])).toEqual(['answer-referral'])
  expect(dueActs['answer-referral']?.act).toBe(call.name)
  expect(kinds([receive, call])).toEqual(['decide-referral'])
})

test('a day is said as it is read, and a meeting is no deadline', () => {
  const say = (kind: DueKind, dueOn: string) => sayDue({ kind, dueOn }, today)
  expect(say('answer-referral', '2026-11-20')).toBe('Frist var fredag 20. november')
  expect(say('answer-referral', '2026-11-23')).toBe('Frist i dag')
  expect(say('review', '2027-01-04')).toBe('Innen mandag 4. januar 2027')
  expect(say('hold-meeting', '2026-11-23')).toBe('Møtet er i dag')
  expect(say('hold-meeting', '2026-11-24')).toBe('Møtet er tirsdag 24. november')
})

test('what concerns all has no page of a record', () => {
  expect(pageOfDue({ subject: { table: 'deployment', id: 'all' } })).toBeUndefined()
  expect(pageOfDue({ subject: { table: 'referrals', id: 'a' } })).toBe('/koordinator/henvendelser/a/')
})

test('each is told who has the day, when it is not as usual', () => {
  const kari = { id: 'kari', staffId: 'kari', name: 'Kari', role: 'coordinator' } as const
  const vera = { id: 'vera', staffId: 'vera', name: 'Vera', role: 'deputy' } as const
  const staff = [kari, vera]
  expect(sayOnDuty(kari, ['kari'], staff)).toBeUndefined()
  expect(sayOnDuty(vera, ['kari'], staff)).toContain('Kari har vakt')
  expect(sayOnDuty(kari, ['vera'], staff)).toContain('borte. Vera har vakt')
  expect(sayOnDuty(vera, ['vera'], staff)).toContain('Du gjør arbeidet')
  expect(isAway(['kari', 'vera'], staff)).toBe(false)
  expect(isAway(['vera'], staff)).toBe(true)
})
