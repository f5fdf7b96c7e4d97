/** Months as a calendar on the wall shows them: weeks of seven days, Monday first, numbered by ISO 8601. */
import { Temporal } from 'temporal-polyfill'
import type { Occurrence } from './occurrences.ts'

interface Day {
  readonly date: Temporal.PlainDate
  /** Days of the month before and after fill the first and the last week. */
  readonly inMonth: boolean
  readonly dates: readonly Occurrence[]
}

export interface Week {
  readonly number: number
  readonly days: readonly Day[]
}

/** @example monthOf(occurrence).toString() // '2026-11' */
export const monthOf = ({ startsAt }: Pick<Occurrence, 'startsAt'>): Temporal.PlainYearMonth =>
  startsAt.toPlainDate().toPlainYearMonth()

/** From the month of a day on. @example monthsFrom(today, 6).map(String) // ['2026-11', '2026-12', …] */
export function monthsFrom(today: Temporal.PlainDate, count: number): Temporal.PlainYearMonth[] {
  return Array.from({ length: count }, (_, months) => today.toPlainYearMonth().add({ months }))
}

/** The weeks that a month touches, with the dates of each day. */
export function weeksOf(month: Temporal.PlainYearMonth, dates: readonly Occurrence[]): Week[] {
  const byDay = Map.groupBy(dates, ({ startsAt }) => startsAt.toPlainDate().toString())
  const last = month.toPlainDate({ day: month.daysInMonth })
  const weeks: Week[] = []
  let monday = month.toPlainDate({ day: 1 })
  monday = monday.subtract({ days: monday.dayOfWeek - 1 })
  for (; Temporal.PlainDate.compare(monday, last) <= 0; monday = monday.add({ days: 7 })) {
    const days = Array.from({ length: 7 }, (_, index) => {
      const date = monday.add({ days: index })
      const inMonth = date.toPlainYearMonth().equals(month)
      return { date, inMonth, dates: (inMonth && byDay.get(date.toString())) || [] }
    })
    weeks.push({ number: monday.weekOfYear as number, days })
  }
  return weeks
}
