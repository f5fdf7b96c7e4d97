import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Exception } from '#calendar/exception.ts'
import { occurrences } from '#calendar/occurrences.ts'
import { madeUpCafe, period } from './made-up-cafe.ts'
import { anyRule, dayLength, iso, naiveDates } from './naive-dates.ts'

/** From the almanac, not computed: 2024–2029. */
const easterSundays = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01']
const fixedHolidays = ['01-01', '05-01', '05-17', '12-25', '12-26']
const plus = (day: string, days: number) => iso(Date.parse(day) + days * dayLength)
const holidays = new Set([
  ...easterSundays.flatMap((sunday) => [-3, -2, 0, 1, 39, 49, 50].map((days) => plus(sunday, days))),
  ...easterSundays.flatMap((sunday) => fixedHolidays.map((day) => `${sunday.slice(0, 4)}-${day}`)),
])

const anySchedule = fc.record({
  rule: anyRule.filter(({ firstDate }) => firstDate > '2024-01-01' && firstDate < '2027-12-31'),
  skipHolidays: fc.boolean(),
  pauses: fc.array(fc.tuple(fc.nat(600), fc.nat(60)), { maxLength: 3 }),
  changes: fc.array(
    fc.tuple(
      fc.nat(15),
      fc.constantFrom('cancelled', 'restored', 'moved', 'extra'),
      fc.integer({ min: 1, max: 6 }),
    ),
    { maxLength: 6 },
  ),
})

test('the dates of any rule with pauses, holidays and changes are those of a naive count', () => {
  const seen = { planned: 0, moved: 0, cancelled: 0 }
  fc.assert(
    fc.property(anySchedule, ({ rule, skipHolidays, changes, ...more }) => {
      const until = plus(rule.firstDate, 700)
      const pauses = more.pauses.map(([start, days]) => ({
        from: plus(rule.firstDate, start),
        until: plus(rule.firstDate, start + days),
        reason: 'pause',
      }))
      const regular = naiveDates(rule, rule.firstDate, until)
        .filter((day) => !pauses.some((pause) => pause.from <= day && day <= pause.until))
        .filter((day) => !(skipHolidays && holidays.has(day)))

      // Each date changes at most once; an extra one lies beside it, where no other can be.
      const expected = new Map(regular.map((day) => [day, { day, state: 'planned', changes: 0 }]))
      const exceptions: Exception[] = []
      const changedAt = '2024-01-01'
      const used = new Set<string>()
      for (const [index, kind, days] of changes) {
        const date = regular[index]
        if (!date || used.has(date) || plus(date, days) > until) continue
        used.add(date)
        const beside = plus(date, days)
        const reason = 'x'
        if (kind === 'cancelled' || kind === 'restored')
          exceptions.push({ kind: 'cancelled', date, reason, changedAt })
        if (kind === 'restored') exceptions.push({ kind, date, changedAt })
        if (kind === 'moved') exceptions.push({ kind, date, newDate: beside, changedAt })
        if (kind === 'extra') {
          if (regular.includes(beside)) continue
          exceptions.push({ kind, date: beside, changedAt })
          expected.set(beside, { day: beside, state: 'planned', changes: 1 })
        } else
          expected.set(date, {
            day: kind === 'moved' ? beside : date,
            state: kind === 'restored' ? 'planned' : kind,
            changes: kind === 'restored' ? 2 : 1,
          })
      }

      const cafe = { ...madeUpCafe(), rule, skipHolidays, pauses, exceptions }
      const found = occurrences(cafe, period(rule.firstDate, plus(until, 10)))
      for (const { state } of found) seen[state]++
      const within = found.filter(({ date }) => date.toString() <= until)
      expect(
        within
          .map(({ date, startsAt, state, changes }) => [
            `${date}`,
            `${startsAt.toPlainDate()}`,
            state,
            changes,
          ])
          .sort(),
      ).toEqual([...expected].map(([date, { day, state, changes }]) => [date, day, state, changes]).sort())
    }),
    { numRuns: 300, seed: 20261121 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
})
