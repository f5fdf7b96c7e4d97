import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { closedBecause, firstDate, offerEnds, sayRoomLeft } from '#calendar/sign-up.ts'
import { everySixWeeks, madeUpCourse } from './made-up-course.ts'

const at = (text: string) => Temporal.Instant.from(text)
const january = at('2027-01-04T08:00:00Z')
const cancelled = (date: string) => ({
  kind: 'cancelled',
  date,
  reason: 'For få påmeldte.',
  changedAt: '2027-01-02',
})

describe('a course takes sign-ups', () => {
  test('when it has seats or a deadline, and somebody stands behind it', () => {
    expect(closedBecause(madeUpCourse({ capacity: 16 }), january)).toBeUndefined()
    expect(closedBecause(madeUpCourse({ deadline: '2027-01-25' }), january)).toBeUndefined()
    expect(closedBecause(madeUpCourse(), january)).toBe('phone')
    expect(closedBecause(madeUpCourse({ capacity: 16, confirmedAt: null }), january)).toBe('phone')
    expect(closedBecause(madeUpCourse({ capacity: 16, unlisted: true }), january)).toBe('phone')
    expect(closedBecause(madeUpCourse({ capacity: 16, ...everySixWeeks }), january)).toBe('phone')
  })

  test('until the end of the day of its deadline in Oslo', () => {
    const course = madeUpCourse({ capacity: 16, deadline: '2027-01-25' })
    expect(closedBecause(course, at('2027-01-25T22:59:59Z'))).toBeUndefined()
    expect(closedBecause(course, at('2027-01-25T23:00:00Z'))).toBe('late')
  })

  test('until its first date that is not cancelled begins', () => {
    const course = madeUpCourse({ capacity: 16 })
    expect(closedBecause(course, at('2027-02-02T16:59:59Z'))).toBeUndefined()
    expect(closedBecause(course, at('2027-02-02T17:00:00Z'))).toBe('begun')
    const later = madeUpCourse({ capacity: 16, exceptions: [cancelled('2027-02-02')] })
    expect(firstDate(later)?.startsAt.toString()).toContain('2027-02-16T17:00')
    expect(closedBecause(later, at('2027-02-02T17:00:00Z'))).toBeUndefined()
    const none = madeUpCourse({
      capacity: 16,
      exceptions: [cancelled('2027-02-02'), cancelled('2027-02-16')],
    })
    expect(closedBecause(none, january)).toBe('cancelled')
  })
})

describe('an offered seat is held', () => {
  const start = Temporal.ZonedDateTime.from('2027-03-30T18:00[Europe/Oslo]')
  const held = (now: string) => offerEnds(at(now), start).toString()

  test('for 48 hours, also over a clock change', () => {
    expect(held('2027-03-20T12:00:00Z')).toBe('2027-03-22T12:00:00Z')
    expect(held('2027-03-27T16:59:59Z')).toBe('2027-03-29T16:59:59Z')
  })

  test('for 12 hours in the last three days, which are days of the calendar', () => {
    // Summer time has begun in between: three days before 18.00 are 71 hours.
    expect(held('2027-03-27T17:00:00Z')).toBe('2027-03-28T05:00:00Z')
  })

  test('never past the start', () => {
    expect(held('2027-03-30T15:00:00Z')).toBe('2027-03-30T16:00:00Z')
  })
})

test('the room that is left is said in words', () => {
  expect(sayRoomLeft(undefined, { taken: 40, waiting: 0 })).toBeUndefined()
  expect(sayRoomLeft(16, { taken: 13, waiting: 0 })).toBe('3 av 16 plasser er ledige.')
  expect(sayRoomLeft(16, { taken: 15, waiting: 0 })).toBe('Det er én plass igjen av 16.')
  expect(sayRoomLeft(16, { taken: 16, waiting: 2 })).toContain('2 står på venteliste')
  expect(sayRoomLeft(16, { taken: 15, waiting: 1 })).toContain('Kurset er fullt')
})
