/**
 * Dates and times in Norwegian, written by hand: the machine's Intl data differs between versions of Node, and the
 * same content must give the same bytes everywhere.
 */
import type { Temporal } from 'temporal-polyfill'

/** Monday first, as ISO 8601 counts. */
export const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const
export type Weekday = (typeof weekdays)[number]

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const

type Day = Pick<Temporal.PlainDate, 'year' | 'month' | 'day' | 'dayOfWeek'>
type Clock = Pick<Temporal.PlainTime, 'hour' | 'minute'>

/** @example weekdayOf(Temporal.PlainDate.from('2026-11-24')) // 'tirsdag' */
export const weekdayOf = (date: Pick<Day, 'dayOfWeek'>): Weekday => weekdays[date.dayOfWeek - 1] as Weekday

/**
 * A date with its weekday; with the year too when the reader may need it.
 *
 * @param today leave out the year when it is this year; without `today` the year is always there
 * @example longDate(date) // 'tirsdag 24. november 2026'
 */
export function longDate(date: Day, today?: Pick<Day, 'year'>): string {
  const short = `${weekdayOf(date)} ${date.day}. ${months[date.month - 1]}`
  return date.year === today?.year ? short : `${short} ${date.year}`
}

/** @example shortDate(Temporal.PlainDate.from('2026-11-24')) // '24. november 2026' */
export const shortDate = (date: Omit<Day, 'dayOfWeek'>): string =>
  `${date.day}. ${months[date.month - 1]} ${date.year}`

/** @example monthName(Temporal.PlainYearMonth.from('2026-11')) // 'november 2026' */
export const monthName = (month: Pick<Day, 'year' | 'month'>): string =>
  `${months[month.month - 1]} ${month.year}`

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** @example clock(Temporal.PlainTime.from('12:00')) // '12.00' */
export const clock = (time: Clock): string => `${twoDigits(time.hour)}.${twoDigits(time.minute)}`

/** @example timeRange(start, end) // 'kl. 12.00–14.00' */
export const timeRange = (start: Clock, end: Clock): string => `kl. ${clock(start)}–${clock(end)}`

/** A sentence starts with a capital. */
export const capitalise = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** @example sayList(['prest', 'lege', 'en pårørende']) // 'prest, lege og en pårørende' */
export const sayList = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`
