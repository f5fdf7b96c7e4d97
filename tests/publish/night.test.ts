import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayOf, nextNight } from '#publish/night.ts'

const next = (now: string) => nextNight(Temporal.Instant.from(now)).toString()

describe('the next night', () => {
  test.each([
    ['on a winter evening', '2026-11-21T20:00:00Z', '2026-11-21T23:02:00Z'],
    ['on a summer evening', '2026-07-01T20:00:00Z', '2026-07-01T22:02:00Z'],
    ['just before midnight', '2026-11-21T22:59:59Z', '2026-11-21T23:02:00Z'],
    ['in the two minutes after midnight: the one after', '2026-11-21T23:01:00Z', '2026-11-22T23:02:00Z'],
    ['before the day of 23 hours', '2027-03-27T12:00:00Z', '2027-03-27T23:02:00Z'],
    ['on the day of 23 hours', '2027-03-28T12:00:00Z', '2027-03-28T22:02:00Z'],
    ['on the day of 25 hours', '2026-10-25T00:30:00Z', '2026-10-25T23:02:00Z'],
    ['on the last day of the year', '2026-12-31T12:00:00Z', '2026-12-31T23:02:00Z'],
    ['on 29 February', '2028-02-29T12:00:00Z', '2028-02-29T23:02:00Z'],
  ])('is found %s', (_, now, expected) => {
    expect(next(now)).toBe(expected)
  })

  test('always lies ahead and on a new day, through five years', () => {
    let night = nextNight(Temporal.Instant.from('2026-11-21T08:00:00Z'))
    const lengths: number[] = []
    for (let nights = 0; nights < 5 * 365; nights++) {
      const following = nextNight(night)
      lengths.push(night.until(following, { largestUnit: 'hour' }).hours)
      expect(dayOf(following) > dayOf(night)).toBe(true)
      night = following
    }
    expect([...new Set(lengths)].sort()).toEqual([23, 24, 25])
    expect(lengths.filter((hours) => hours !== 24)).toHaveLength(10)
  })
})
