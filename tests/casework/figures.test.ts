import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Act } from '#casework/act.ts'
import { type FigureSources, figuresOf, median } from '#casework/figures.ts'
import { hideSmall } from '#casework/small-numbers.ts'

const period = { from: Temporal.PlainDate.from('2026-01-01'), until: Temporal.PlainDate.from('2026-12-31') }
const act = (name: string, day: string, number = 1) =>
  ({ number, name, by: 'kari', at: `${day}T09:00:00.000Z` }) as never
const nothing: FigureSources = {
  known: { volunteers: [], referrals: [], matches: [], deployment: [] },
  certificate: 'not-required',
  sourceOf: new Map(),
  agreementOf: new Map(),
  seats: { attended: 0, absent: 0 },
  headCounts: [],
  arrivals: [],
}
const valuesOf = (sources: FigureSources, key: string) =>
  Object.fromEntries(
    figuresOf(sources, period)
      .find((table) => table.key === key)
      ?.rows.map(({ label, value }) => [label, value]) ?? [],
  )

describe('hidden numbers', () => {
  test('a small one takes another with it, so that nobody finds it from the total', () => {
    expect(hideSmall([12, 3, 8])).toEqual({ counts: [12, undefined, undefined], total: 23 })
    expect(hideSmall([12, 4, 4, 0])).toEqual({ counts: [12, undefined, undefined, 0], total: 20 })
    expect(hideSmall([3, 0])).toEqual({ counts: [undefined, 0], total: undefined })
    expect(hideSmall([1, 1])).toEqual({ counts: [undefined, undefined], total: undefined })
    expect(hideSmall([7, 9])).toEqual({ counts: [7, 9], total: 16 })
    expect(hideSmall([])).toEqual({ counts: [], total: 0 })
  })

  test('whatever the numbers, no small one is shown or can be worked out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (all) => {
        const { counts, total } = hideSmall(all)
        for (const count of counts) expect(count === undefined || count === 0 || count >= 5).toBe(true)
        const rest =
          total === undefined ? undefined : total - counts.reduce<number>((so, each) => so + (each ?? 0), 0)
        const hidden = counts.filter((count) => count === undefined).length
        if (rest !== undefined && hidden > 0) expect([rest >= 5, hidden > 1]).toEqual([true, true])
      }),
      { seed: 20261121 },
    )
  })
})

describe('the figures of a year', () => {
  const referrals = Array.from({ length: 6 }, (_, index) => ({
    id: `r${index}`,
    createdAt: '2026-03-02T09:00:00.000Z',
    acts: [
      act('receive', '2026-03-02'),
      act('call', `2026-03-0${3 + (index % 3)}`, 2),
      act('accept', '2026-03-09', 3),
    ],
    matches: [],
  }))
  const known = { ...nothing.known, referrals }
  const sourceOf = new Map(referrals.map(({ id }) => [id, 'relative' as const]))

  test('count referrals by who made contact, and by what came of them', () => {
    const sources = { ...nothing, known, sourceOf }
    expect(valuesOf(sources, 'source')).toEqual({ Hjemmetjenesten: 0, Pårørende: 6, 'I alt': 6 })
    expect(valuesOf(sources, 'outcome')).toMatchObject({ 'Venter på frivillig': 6, 'I gang': 0, 'I alt': 6 })
  })

  test('say how long people waited, and hide it of few', () => {
    expect(valuesOf({ ...nothing, known }, 'days')).toEqual({
      'Til første kontakt': 2,
      'Til første koblingsmøte': 'none',
    })
    const few = { ...known, referrals: referrals.slice(0, 4) }
    expect(valuesOf({ ...nothing, known: few }, 'days')['Til første kontakt']).toBeUndefined()
  })

  test('are those of the last day: what happened later has not happened', () => {
    const later = referrals.map((each) => ({
      ...each,
      acts: [...each.acts, act('end', '2027-01-02', 4)] as Act<'referrals'>[],
    }))
    const sources = { ...nothing, known: { ...known, referrals: later }, sourceOf }
    expect(valuesOf(sources, 'outcome')).toMatchObject({ 'Venter på frivillig': 6, Avsluttet: 0 })
    const until = Temporal.PlainDate.from('2027-01-31')
    const outcome = figuresOf(sources, { ...period, until }).find(({ key }) => key === 'outcome')
    expect(outcome?.rows.find(({ label }) => label === 'Avsluttet')?.value).toBe(6)
  })

  test('count hours that are agreed, courses that were held and heads at the café', () => {
    const matches = Array.from({ length: 5 }, (_, index) => ({
      id: `m${index}`,
      volunteerId: `v${index}`,
      referralId: `r${index}`,
      acts: [act('propose', '2026-04-01'), act('start', '2026-04-10', 2)] as Act<'matches'>[],
    }))
    const agreement = { frequency: 'weekly', hours: 2.5 } as never
    const agreementOf = new Map(matches.map(({ id }) => [id, agreement]))
    const full = { ...nothing, known: { ...known, matches }, agreementOf }
    expect(valuesOf(full, 'hours')).toEqual({ 'Oppdrag i gang': 5, 'Timer avtalt i fire uker': 50 })
    expect(valuesOf({ ...nothing, seats: { attended: 15, absent: 5 } }, 'courses')).toEqual({
      'Hadde plass': 20,
      'Møtte opp': 15,
      'Møtte opp, prosent': 75,
    })
    expect(valuesOf({ ...nothing, seats: { attended: 15, absent: 2 } }, 'courses')).toEqual({
      'Hadde plass': 17,
      'Møtte opp': undefined,
      'Møtte opp, prosent': undefined,
    })
    expect(valuesOf({ ...nothing, headCounts: [{ heads: 9 }, { heads: 12 }] }, 'cafes')).toEqual({
      Kafeer: 2,
      'Frammøtte i alt': 21,
      'Frammøtte, snitt': 10.5,
    })
  })

  test('of nothing are nothing, and no sum is invented', () => {
    for (const { rows } of figuresOf(nothing, period))
      for (const { value } of rows) expect([0, 'none']).toContain(value)
  })

  test('have a middle', () => {
    expect([[3], [1, 2], [1, 2, 10], [4, 1, 3, 2]].map(median)).toEqual([3, 1.5, 2, 2.5])
  })
})
