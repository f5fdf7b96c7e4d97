import { expect, test } from 'vitest'
import type { Act } from '#casework/act.ts'
import { capacityByArea, chosenLine, suggestedLine } from '#casework/capacity.ts'
import { sayCount } from '#casework/small-numbers.ts'

const act = <Name extends string>(name: Name, number = 1, detail?: string) => ({
  number,
  name,
  by: 'kari',
  at: `2026-11-20T09:00:0${number}.000Z`,
  ...(detail && { detail }),
})
const steps = ['sign-up', 'call', 'attend-course', 'hold-talk', 'sign-cooperation', 'sign-confidentiality']
const free = steps.map((name, index) => act(name, index + 1)) as Act<'volunteers'>[]
const areas = new Map([
  ['a', 'Åsen'],
  ['s', 'Sentrum'],
])

test('free and waiting are counted by area, and who lives elsewhere has a row when there is one', () => {
  const volunteers = [
    { area: 'a', acts: free, matches: [] },
    { area: 'a', acts: free.slice(0, 3), matches: [] },
    { area: 's', acts: free, matches: ['running'] as const },
    { area: 'x', acts: free, matches: [] },
  ]
  const referrals = [
    { area: 's', acts: [act('receive')] as Act<'referrals'>[], matches: [] },
    { area: 's', acts: [act('receive'), act('decline', 2)] as Act<'referrals'>[], matches: [] },
  ]
  expect(capacityByArea(volunteers, referrals, areas, 'not-required')).toEqual([
    { area: 'Åsen', free: 1, waiting: 0 },
    { area: 'Sentrum', free: 0, waiting: 1 },
    { area: 'Andre steder', free: 1, waiting: 0 },
  ])
  expect(capacityByArea([], [], areas, 'not-required')).toHaveLength(2)
})

test('while the municipality has not decided about certificates nobody is free', () => {
  const [row] = capacityByArea([{ area: 'a', acts: free, matches: [] }], [], areas, 'undecided')
  expect(row?.free).toBe(0)
})

test('the site says what was chosen last, and nothing before anybody has chosen', () => {
  const choose = (number: number, line: string) => act('choose-line', number, line)
  expect(chosenLine([])).toBe('none')
  expect(chosenLine([choose(1, 'free'), choose(2, 'needed')])).toBe('needed')
  expect(chosenLine([choose(1, 'free'), act('undo', 2, '1')])).toBe('none')
  expect(chosenLine([choose(1, 'toString')])).toBe('none')
})

test('the numbers speak for a line, or for none', () => {
  expect(suggestedLine({ free: 3, waiting: 1 })).toBe('free')
  expect(suggestedLine({ free: 1, waiting: 3 })).toBe('needed')
  expect(suggestedLine({ free: 2, waiting: 2 })).toBe('none')
})

test('a number that could point at somebody is said to be small', () => {
  expect([0, 1, 4, 5].map(sayCount)).toEqual(['0', 'under 5', 'under 5', '5'])
})
