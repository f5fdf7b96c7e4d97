/**
 * Europe/Oslo for calendars (RFC 5545, section 3.6.5): EU summer time as yearly rules from 1970. The ready-made block
 * of the usual library names itself Europe/Berlin. Norway's own rules before 1980 differ, and no date of ours is there.
 */
const osloTimeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Oslo',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/**
 * The text of a calendar with the time zone in it. Written in by us, before the first event: the library puts it among
 * the calendar's own lines, and leaves it out of an empty calendar, which must have at least one component (RFC 5545,
 * section 3.6).
 *
 * @param calendar as ical-generator writes it, without an end of line
 */
export const withOslo = (calendar: string): string =>
  `${calendar}\r\n`.replace(/\r\n(?=BEGIN:VEVENT|END:VCALENDAR)/, `\r\n${osloTimeZone}\r\n`)
