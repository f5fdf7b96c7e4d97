import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { monthsFrom, weeksOf } from '#calendar/month.ts'
import { occurrences } from '#calendar/occurrences.ts'
import { date, madeUpCafe, period } from './made-up-cafe.ts'

const weeks = (month: string) => weeksOf(Temporal.PlainYearMonth.from(month), [])
const shape = (month: string) =>
  weeks(month).map(({ number, days }) =>
    [number, ...days.map((day) => (day.inMonth ? day.date.day : 0))].join(' '),
  )

describe('the weeks of a month', () => {
  test('are numbered across the new year, also through week 53', () => {
    expect(shape('2027-01')).toEqual([
      '53 0 0 0 0 1 2 3',
      '1 4 5 6 7 8 9 10',
      '2 11 12 13 14 15 16 17',
      '3 18 19 20 21 22 23 24',
      '4 25 26 27 28 29 30 31',
    ])
  })

  test('hold 29 February, and four weeks when that is all', () => {
    expect(shape('2028-02').at(-1)).toBe('9 28 29 0 0 0 0 0')
    expect(shape('2027-02')).toHaveLength(4)
  })

  test('hold each date on its day, a moved one on the new day', () => {
    const exceptions = [{ kind: 'moved', date: '2026-11-24', newDate: '2026-11-26', changedAt: '2026-11-01' }]
    const dates = occurrences(madeUpCafe({ exceptions }), period('2026-11-01', '2026-12-31'))
    const days = weeksOf(Temporal.PlainYearMonth.from('2026-11'), dates).flatMap((week) => week.days)
    expect(days.filter((day) => day.dates.length > 0).map((day) => day.date.day)).toEqual([10, 26])
  })

  test('of one month never hold the dates of another', () => {
    const dates = occurrences(madeUpCafe(), period('2026-01-01', '2026-12-31'))
    const months = monthsFrom(date('2026-01-31'), 12)
    expect(months.map(String).slice(0, 3)).toEqual(['2026-01', '2026-02', '2026-03'])
    const shown = months.flatMap((month) =>
      weeksOf(month, dates).flatMap((week) => week.days.flatMap((day) => day.dates)),
    )
    expect(shown).toEqual(dates)
  })
})
