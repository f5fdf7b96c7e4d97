/** When a site must be built anew although nobody changed it: its pages say what is next, and a day has passed. */
import { Temporal } from 'temporal-polyfill'

const timeZone = 'Europe/Oslo'

/** @example dayOf(Temporal.Instant.from('2026-11-21T23:30:00Z')) // '2026-11-22' */
export const dayOf = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** Shortly after the next midnight in Oslo, however long the night is. */
export function nextNight(now: Temporal.Instant): Temporal.Instant {
  const tomorrow = now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 })
  return tomorrow.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from('00:02') }).toInstant()
}
