/** Norwegian working days: Monday to Friday, public holidays excepted. Days are those of Oslo. */
import { Temporal } from 'temporal-polyfill'
import { isHoliday } from '#calendar/holidays.ts'

const isWorkingDay = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5 && !isHoliday(date)

/**
 * The working day that comes so many working days after a day. The day itself never counts.
 *
 * @example addWorkingDays(Temporal.PlainDate.from('2026-11-21'), 2) // 2026-11-24, for the 21st is a Saturday
 */
export function addWorkingDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let found = date
  for (let left = days; left > 0; ) {
    found = found.add({ days: 1 })
    if (isWorkingDay(found)) left--
  }
  return found
}

/** The day in Oslo of an instant as the database keeps it. */
export function dayOf(at: string): Temporal.PlainDate {
  // Oslo is one or two hours ahead: until 22:00 UTC the day is the same, and lists of thousands are read quickly.
  if (at.slice(11, 13) < '22') return Temporal.PlainDate.from(at.slice(0, 10))
  return Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Oslo').toPlainDate()
}
