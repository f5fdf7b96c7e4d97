import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Act } from '#casework/act.ts'
import type { Known } from '#casework/follow-up.ts'
import { qualityLights } from '#casework/quality.ts'
import { sayShare } from '#casework/small-numbers.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const nothing: Known = { volunteers: [], referrals: [], matches: [], deployment: [] }
const act = (name: string, number: number, day: string, date?: string) =>
  ({
    number,
    name,
    by: number === 1 ? 'public' : 'kari',
    at: `${day}T09:00:00.000Z`,
    ...(date && { date }),
  }) as never
const many = <Row>(count: number, row: (id: string) => Row) =>
  Array.from({ length: count }, (_, index) => row(`${index}`))
const lightsOf = (known: Partial<Known>, coordinated = true) =>
  qualityLights({ ...nothing, ...known }, coordinated, today)

test('where nothing is noted no light pretends to know, and a missing coordinator is seen', () => {
  expect(lightsOf({}).map(({ light }) => light)).toEqual(Array(6).fill('unknown'))
  expect(lightsOf({}, false)[0]).toMatchObject({
    light: 'red',
    words: expect.stringContaining('Ingen er skrevet inn'),
  })
})

test('whether volunteers give health care is never known here', () => {
  const matches = many(20, (id) => match(id))
  expect(lightsOf({ matches })[3]).toMatchObject({
    light: 'unknown',
    words: expect.stringMatching(/^Vet ikke/),
  })
})

test('coordination rests on answers within two working days', () => {
  const referral = (answered: string) => (id: string) => ({
    id,
    createdAt: '2026-11-02T09:00:00.000Z',
    acts: [act('receive', 1, '2026-11-02'), act('call', 2, answered)] as Act<'referrals'>[],
    matches: [],
  })
  const of = (good: number, late: number) =>
    lightsOf({ referrals: [...many(good, referral('2026-11-04')), ...many(late, referral('2026-11-06'))] })[0]
  expect(of(10, 0)).toMatchObject({ light: 'green', words: expect.stringMatching(/^Alle som tok kontakt/) })
  expect(of(7, 5)).toMatchObject({ light: 'red', words: expect.stringMatching(/^7 av 12/) })
  expect(of(8, 3)).toMatchObject({ light: 'yellow', words: expect.stringMatching(/^De fleste/) })
})

const match = (id: string, more: Act<'matches'>[] = [], start = '2026-10-01') => ({
  id,
  volunteerId: id,
  referralId: id,
  acts: [act('propose', 1, '2026-09-20'), act('start', 2, start, start), ...more] as Act<'matches'>[],
})

test('boundaries rest on agreements that are signed and not ripe for review', () => {
  const agreed = (review: string) => [
    act('sign-agreement', 3, '2026-09-30'),
    act('plan-review', 4, '2026-09-30', review),
  ]
  expect(lightsOf({ matches: many(6, (id) => match(id, agreed('2027-01-04'))) })[2]?.light).toBe('green')
  expect(lightsOf({ matches: many(6, (id) => match(id, agreed('2026-11-01'))) })[2]?.light).toBe('red')
})

test('follow-up rests on the calls after two weeks, and is not quite good without supervision', () => {
  const matches = many(6, (id) => match(id, [act('call-volunteer', 3, '2026-10-15')]))
  const held = [act('hold-supervision', 1, '2026-11-10')] as Act<'deployment'>[]
  expect(lightsOf({ matches, deployment: held })[4]?.light).toBe('green')
  expect(lightsOf({ matches })[4]?.light).toBe('yellow')
  expect(lightsOf({ matches: many(6, (id) => match(id)) })[4]?.light).toBe('red')
  expect(lightsOf({ matches: many(6, (id) => match(id, [], '2026-11-20')) })[4]?.light).toBe('unknown')
})

test('no share says a number under five, or lets one be worked out', () => {
  expect(sayShare(12, 20)).toBe('12 av 20')
  expect([sayShare(17, 20), sayShare(2, 20), sayShare(3, 4), sayShare(0, 20)]).toEqual([
    'De fleste',
    'Noen få',
    'De fleste',
    'Ingen',
  ])
  expect(sayShare(20, 20)).toBe('Alle')
})
