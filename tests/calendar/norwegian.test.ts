import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isHoliday } from '#calendar/holidays.ts'
import { capitalise, longDate, shortDate, timeRange } from '#calendar/norwegian.ts'
import { sayPauses, saySchedule } from '#calendar/schedule.ts'
import { date, madeUpCafe } from './made-up-cafe.ts'

describe('dates in Norwegian', () => {
  test('leave out the year when it is this year', () => {
    const today = date('2026-11-21')
    expect(longDate(date('2026-11-24'), today)).toBe('tirsdag 24. november')
    expect(longDate(date('2027-01-02'), today)).toBe('lørdag 2. januar 2027')
    expect(longDate(date('2028-02-29'))).toBe('tirsdag 29. februar 2028')
    expect(shortDate(date('2026-07-02'))).toBe('2. juli 2026')
  })

  test('write times with a full stop and a dash', () => {
    const time = (text: string) => Temporal.PlainTime.from(text)
    expect(timeRange(time('09:05'), time('14:00'))).toBe('kl. 09.05–14.00')
  })

  test('begin a sentence with a capital, also outside ASCII', () => expect(capitalise('åpent')).toBe('Åpent'))
})

describe('the schedule in words', () => {
  test('says how often and when', () => {
    expect(saySchedule(madeUpCafe())).toBe('Annenhver tirsdag kl. 12.00–14.00')
  })

  test('says the pauses that are left, holidays and the last date', () => {
    const cafe = madeUpCafe({
      rule: { weekday: 'tirsdag', weeks: 2, firstDate: '2026-01-06', lastDate: '2027-06-08' },
      skipHolidays: true,
      pauses: [
        { from: '2026-06-22', until: '2026-08-16', reason: 'sommer' },
        { from: '2026-12-18', until: '2027-01-04', reason: 'jul' },
      ],
    })
    expect(sayPauses(cafe, date('2026-11-21'))).toEqual([
      'Pause fra 18. desember 2026 til 4. januar 2027: jul.',
      'Ikke på helligdager.',
      'Siste gang er 8. juni 2027.',
    ])
  })
})

describe('holidays', () => {
  test('are the twelve of each year; Easter as the almanac has it', () => {
    const easter = {
      2024: '03-31',
      2025: '04-20',
      2026: '04-05',
      2027: '03-28',
      2028: '04-16',
      2038: '04-25',
    }
    for (const [year, monthDay] of Object.entries(easter)) {
      const sunday = date(`${year}-${monthDay}`)
      const movable = [-3, -2, 0, 1, 39, 49, 50].map((days) => sunday.add({ days }).toString())
      const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'].map((day) => `${year}-${day}`)
      const first = date(`${year}-01-01`)
      const found = Array.from({ length: first.daysInYear }, (_, days) => first.add({ days })).filter(
        isHoliday,
      )
      expect(found.map(String)).toEqual([...new Set([...movable, ...fixed])].sort())
    }
  })

  test('are not the eves', () => expect(isHoliday(date('2026-12-24'))).toBe(false))
})
