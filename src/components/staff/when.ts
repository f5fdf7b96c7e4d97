import { Temporal } from 'temporal-polyfill'
import { clock, longDate } from '#calendar/norwegian.ts'

/**
 * An instant as people here read it, in the time zone of `today`.
 *
 * @param at as the database keeps it
 * @example sayWhen('2026-11-20T08:00:00.000Z', today) // 'fredag 20. november kl. 09.00'
 */
export function sayWhen(at: string, today: Temporal.ZonedDateTime): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(today.timeZoneId)
  return `${longDate(local, today)} kl. ${clock(local)}`
}
