import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleDates, ruleSchema, sayRule } from '#calendar/rule.ts'
import { date, period } from './made-up-cafe.ts'
import { anyRule, dayLength, iso, naiveDates } from './naive-dates.ts'

describe('the dates of a rule', () => {
  test('are those that a naive count of every day gives', () => {
    let seen = 0
    fc.assert(
      fc.property(
        anyRule,
        fc.integer({ min: -60, max: 900 }),
        fc.integer({ min: 0, max: 800 }),
        (rule, start, days) => {
          const first = Date.parse(rule.firstDate)
          const [from, until] = [iso(first + start * dayLength), iso(first + (start + days) * dayLength)]
          const dates = ruleDates(rule, period(from, until)).map(String)
          seen += dates.length
          expect(dates).toEqual(naiveDates(rule, from, until))
        },
      ),
      { numRuns: 500, seed: 20261121 },
    )
    expect(seen).toBeGreaterThan(1000)
  })

  test.each([
    [
      'across week 53',
      { weekday: 'tirsdag', weeks: 1, firstDate: '2026-12-22' },
      ['2026-12-22', '2026-12-29', '2027-01-05'],
    ],
    [
      'every other week across week 53',
      { weekday: 'tirsdag', weeks: 2, firstDate: '2020-12-22' },
      ['2020-12-22', '2021-01-05'],
    ],
    ['on 29 February', { weekday: 'tirsdag', nth: 'siste', firstDate: '2028-02-29' }, ['2028-02-29']],
    [
      'on the last day of February in other years',
      { weekday: 'søndag', nth: 'siste', firstDate: '2027-02-28' },
      ['2027-02-28'],
    ],
    [
      'on the fourth when the fifth is the last',
      { weekday: 'torsdag', nth: 'fjerde', firstDate: '2026-10-22' },
      ['2026-10-22'],
    ],
  ] as const)('are right %s', (_, rule, expected) => {
    const until = date(expected.at(-1) ?? '').add({ days: 6 })
    expect(ruleDates(rule, { from: date(rule.firstDate), until }).map(String)).toEqual(expected)
  })
})

describe('a rule says itself in Norwegian', () => {
  const firstDate = '2026-11-24'
  test.each([
    [{ weeks: 1 }, 'Hver tirsdag'],
    [{ weeks: 2 }, 'Annenhver tirsdag'],
    [{ weeks: 3 }, 'Tirsdag hver tredje uke'],
    [{ weeks: 6 }, 'Tirsdag hver sjette uke'],
    [{ weeks: 10 }, 'Tirsdag hver 10. uke'],
    [{ nth: 'første' }, 'Første tirsdag i måneden'],
    [{ nth: 'siste' }, 'Siste tirsdag i måneden'],
  ] as const)('%o', (often, words) => {
    expect(sayRule({ weekday: 'tirsdag', firstDate, ...often })).toBe(words)
  })
})

describe('an impossible rule is refused', () => {
  const message = (rule: object) =>
    ruleSchema.safeParse(rule).error?.issues.map((issue) => `${issue.path}: ${issue.message}`)

  test.each([
    [
      { weekday: 'tirsdag', weeks: 2, firstDate: '2026-11-25' },
      'firstDate: onsdag 25. november 2026 er ikke tirsdag. Nærmeste er tirsdag 24. november 2026 (2026-11-24)',
    ],
    [
      { weekday: 'tirsdag', nth: 'siste', firstDate: '2026-11-17' },
      'firstDate: tirsdag 17. november 2026 er ikke siste tirsdag i måneden. Nærmeste er tirsdag 24. november 2026 (2026-11-24)',
    ],
    [
      { weekday: 'tirsdag', firstDate: '2026-11-24' },
      'weeks: Fyll ut enten «hver hvilken uke» eller «hvilken i måneden», ikke begge',
    ],
    [
      { weekday: 'tirsdag', weeks: 1, nth: 'siste', firstDate: '2026-11-24' },
      'weeks: Fyll ut enten «hver hvilken uke» eller «hvilken i måneden», ikke begge',
    ],
    [
      { weekday: 'tirsdag', weeks: 1, firstDate: '2026-11-24', lastDate: '2026-11-23' },
      'lastDate: Siste dato er før første dato',
    ],
    [{ weekday: 'tirsdag', weeks: 1, firstDate: '2026-02-30' }, 'firstDate: Datoen finnes ikke i kalenderen'],
  ])('%o', (rule, expected) => {
    expect(message(rule)).toEqual([expected])
  })
})
