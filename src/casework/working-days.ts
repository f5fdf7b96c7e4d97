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
export const dayOf = (at: string): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Oslo').toPlainDate()
