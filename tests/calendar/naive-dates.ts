/** The dates of a rule once more, counted day by day: what the calendar is compared with. */
import fc from 'fast-check'
import { weekdays } from '#calendar/norwegian.ts'
import { ordinals, type Rule } from '#calendar/rule.ts'

export const dayLength = 86_400_000
export const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
const weekdayOf = (time: number) => weekdays[(new Date(time).getUTCDay() + 6) % 7]

/** Every day of the period, one by one, with nothing but UTC milliseconds: shares no code with the rule. */
export function naiveDates(rule: Rule, from: string, until: string): string[] {
  const found: string[] = []
  for (let time = Date.parse(from); time <= Date.parse(until); time += dayLength) {
    const day = iso(time)
    if (day < rule.firstDate || (rule.lastDate !== undefined && day > rule.lastDate)) continue
    if (weekdayOf(time) !== rule.weekday) continue
    if (rule.nth === undefined) {
      const weeks = (time - Date.parse(rule.firstDate)) / dayLength / 7
      if (weeks % (rule.weeks ?? 1) !== 0) continue
    } else {
      const month = day.slice(0, 7)
      const alike: string[] = []
      for (let number = 1; number <= 31; number++) {
        const other = Date.parse(`${month}-01`) + (number - 1) * dayLength
        if (iso(other).startsWith(month) && weekdayOf(other) === rule.weekday) alike.push(iso(other))
      }
      const wanted = rule.nth === 'siste' ? alike.at(-1) : alike[ordinals.indexOf(rule.nth)]
      if (wanted !== day) continue
    }
    found.push(day)
  }
  return found
}

const anyDay = fc.integer({
  min: Date.parse('1999-12-20') / dayLength,
  max: Date.parse('2040-01-10') / dayLength,
})
/** Rules of every kind, from years with and without 29 February and week 53. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    first: anyDay,
    weeks: fc.integer({ min: 1, max: 26 }),
    nth: fc.option(fc.constantFrom(...ordinals), { nil: undefined }),
    runs: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  })
  .map(({ first, weeks, nth, runs }) => ({
    weekday: weekdayOf(first * dayLength) ?? 'mandag',
    ...(nth ? { nth } : { weeks }),
    firstDate: iso(first * dayLength),
    lastDate: runs === undefined ? undefined : iso((first + runs) * dayLength),
  }))
