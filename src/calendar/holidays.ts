/**
 * The public holidays of Norway, computed: lov 1995-02-24-12 § 2 (the church's holidays) and lov 1947-04-26-1
 * (1 and 17 May). Christmas Eve and New Year's Eve are none.
 */
import { Temporal } from 'temporal-polyfill'

const fixed = new Set(['01-01', '05-01', '05-17', '12-25', '12-26'])
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Pentecost. */
const movable = new Set([-3, -2, 0, 1, 39, 49, 50])

/** @example isHoliday(Temporal.PlainDate.from('2027-05-17')) // true */
export function isHoliday(date: Temporal.PlainDate): boolean {
  if (fixed.has(date.toString().slice(5))) return true
  return movable.has(easter(date.year).until(date, { largestUnit: 'day' }).days)
}

/** Easter Sunday of a Gregorian year, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1)
}
