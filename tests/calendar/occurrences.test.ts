import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { cafeSchema, toCafe } from '#calendar/cafe.ts'
import { nextOccurrence, type Occurrence, occurrences, upcoming } from '#calendar/occurrences.ts'
import { sayChange, sayTopic, sayWhen } from '#calendar/words.ts'
import { entry, fjordvik, madeUpCafe, period, year2026 } from './made-up-cafe.ts'

const weekly = (weekday: string, firstDate: string) => ({ rule: { weekday, weeks: 1, firstDate } })
const starts = (list: readonly Occurrence[]) =>
  list.map(({ startsAt }) => startsAt.toString({ timeZoneName: 'never', smallestUnit: 'minute' }))
const november = period('2026-11-20', '2026-12-31')
const change = (kind: string, date: string, more: object = {}) => ({
  kind,
  date,
  changedAt: '2026-11-01',
  ...more,
})
const find = (exceptions: object[], date: string) =>
  occurrences(madeUpCafe({ exceptions }), year2026).find(
    (each) => each.date.toString() === date,
  ) as Occurrence

describe('dates', () => {
  test('keep their wall time when summer time begins and ends', () => {
    expect(
      starts(occurrences(madeUpCafe(weekly('søndag', '2026-03-22')), period('2026-03-22', '2026-03-31'))),
    ).toEqual(['2026-03-22T12:00+01:00', '2026-03-29T12:00+02:00'])
    expect(
      starts(occurrences(madeUpCafe(weekly('søndag', '2026-10-18')), period('2026-10-18', '2026-10-26'))),
    ).toEqual(['2026-10-18T12:00+02:00', '2026-10-25T12:00+01:00'])
  })

  test('are not on holidays when the entry says so, also movable ones', () => {
    const may = period('2026-05-01', '2026-05-31')
    const thursdays = { ...weekly('torsdag', '2026-05-07'), skipHolidays: true }
    expect(starts(occurrences(madeUpCafe(thursdays), may))).toEqual([
      '2026-05-07T12:00+02:00',
      '2026-05-21T12:00+02:00',
      '2026-05-28T12:00+02:00',
    ])
    expect(occurrences(madeUpCafe({ ...thursdays, skipHolidays: false }), may)).toHaveLength(4)
  })

  test('are not in pauses, the first and last day included', () => {
    const pauses = [{ from: '2026-11-24', until: '2026-12-22', reason: 'jul' }]
    expect(starts(occurrences(madeUpCafe({ pauses }), november))).toEqual([])
    expect(occurrences(madeUpCafe(), november)).toHaveLength(3)
  })

  test('carry the topic that is set for them', () => {
    const topics = [{ date: '2026-11-24', title: 'Sorg og savn', speaker: 'kreftkoordinator' }]
    const [first, second] = occurrences(madeUpCafe({ topics }), november)
    expect(first && sayTopic(first)).toBe('Sorg og savn – ved kreftkoordinator')
    expect(second && sayTopic(second)).toBeUndefined()
  })

  test('are tentative until someone has confirmed the café', () => {
    const tentative = (confirmedAt: string | undefined) =>
      occurrences(madeUpCafe({ confirmedAt }), november).map((each) => each.tentative)
    expect(tentative('2026-01-02')).toEqual([false, false, false])
    expect(tentative(undefined)).toEqual([true, true, true])
  })
})

describe('a change', () => {
  test('that moves a date keeps its identity', () => {
    const place = { name: 'Biblioteket' }
    const moved = find(
      [change('moved', '2026-12-08', { newDate: '2026-12-09', startTime: '13:00', place })],
      '2026-12-08',
    )
    expect(moved).toMatchObject({
      state: 'moved',
      changes: 1,
      uid: 'cafes-etter-pa-2026-12-08@fjordvik.example',
    })
    expect(sayWhen(moved, { year: 2026 })).toBe('onsdag 9. desember kl. 13.00–15.00')
    expect(sayChange(moved)).toBe('Flyttet fra tirsdag 8. desember kl. 12.00 til Biblioteket.')
  })

  test('keeps its identity apart from other municipalities’ also where the website is not known', () => {
    const unknown = { ...fjordvik, name: 'Østre Slidre', website: undefined }
    const [first] = occurrences(toCafe('etter-pa', cafeSchema.parse(entry), unknown), november)
    expect(first?.uid).toMatch(/^cafes-etter-pa-2026-11-\d\d@xn--stre-slidre-[a-z0-9]+\.invalid$/)
  })

  test('that cancels a date leaves it where people look for it', () => {
    const cancelled = find([change('cancelled', '2026-12-08', { reason: 'Kafeen er stengt.' })], '2026-12-08')
    expect(cancelled.state).toBe('cancelled')
    expect(starts([cancelled])).toEqual(['2026-12-08T12:00+01:00'])
    expect(sayChange(cancelled)).toBe('Avlyst. Kafeen er stengt.')
  })

  test('that cancels a moved date leaves it on the new date, with both changes counted', () => {
    const both = [
      change('moved', '2026-12-08', { newDate: '2026-12-10' }),
      { ...change('cancelled', '2026-12-08', { reason: 'Storm.' }), changedAt: '2026-12-09' },
    ]
    const cancelled = find(both, '2026-12-08')
    expect(starts([cancelled])).toEqual(['2026-12-10T12:00+01:00'])
    expect(cancelled).toMatchObject({ state: 'cancelled', changes: 2 })
    expect(cancelled.changedAt.toString()).toBe('2026-12-08T23:00:00Z')
  })

  test('that adds a date gives it times of its own', () => {
    const extra = find(
      [change('extra', '2026-12-17', { startTime: '17:00', reason: 'Julekafé.' })],
      '2026-12-17',
    )
    expect(extra.state).toBe('planned')
    expect(sayWhen(extra)).toBe('torsdag 17. desember 2026 kl. 17.00–19.00')
    expect(sayChange(extra)).toBe('Julekafé.')
  })

  test('that takes a cancellation back is one change more, never one less', () => {
    const cancelled = change('cancelled', '2026-12-08', { reason: 'Kafeen er stengt.' })
    const restored = { kind: 'restored', date: '2026-12-08', changedAt: '2026-11-03' }
    const found = find([cancelled, restored], '2026-12-08')
    expect(found).toMatchObject({ state: 'planned', changes: 2 })
    expect(found.changedAt.toString()).toBe('2026-11-02T23:00:00Z')
    expect(sayChange(found)).toBe('Ikke avlyst likevel.')
    const moved = change('moved', '2026-12-08', { newDate: '2026-12-10' })
    expect(find([moved, cancelled, restored], '2026-12-08')).toMatchObject({ state: 'moved', changes: 3 })
  })

  test('that gives a date a new end only says the new times', () => {
    const longer = find([change('moved', '2026-12-08', { endTime: '15:00' })], '2026-12-08')
    expect(sayChange(longer)).toBe('Nytt klokkeslett: kl. 12.00–15.00.')
  })

  test('that moves a date back again leaves it as planned, with both changes counted', () => {
    const there = change('moved', '2026-12-08', { newDate: '2026-12-10' })
    const back = change('moved', '2026-12-08', { newDate: '2026-12-08' })
    expect(find([there, back], '2026-12-08')).toMatchObject({ state: 'planned', changes: 2 })
  })

  test('moves a date into and out of a period', () => {
    const cafe = madeUpCafe({ exceptions: [change('moved', '2026-12-22', { newDate: '2027-01-12' })] })
    expect(occurrences(cafe, period('2026-12-20', '2026-12-31'))).toHaveLength(0)
    expect(starts(occurrences(cafe, period('2027-01-10', '2027-01-14')))).toEqual(['2027-01-12T12:00+01:00'])
  })

  test('stamps the date when it came after the last update of the entry', () => {
    const stamp = (updatedAt: string) => {
      const cafe = madeUpCafe({
        updatedAt,
        exceptions: [change('cancelled', '2026-12-08', { reason: 'Storm.' })],
      })
      return occurrences(cafe, november).map((each) => each.changedAt.toString().slice(0, 10))
    }
    expect(stamp('2026-09-02')).toEqual(['2026-09-01', '2026-10-31', '2026-09-01'])
    expect(stamp('2026-11-20')).toEqual(['2026-11-19', '2026-11-19', '2026-11-19'])
  })
})

describe('what comes next', () => {
  const at = (time: string) => Temporal.Instant.from(time)
  const exceptions = [change('cancelled', '2026-11-24', { reason: 'Storm.' })]

  test('is still there until it has ended', () => {
    const first = (now: string) => starts(upcoming([madeUpCafe()], at(now), 1))[0]
    expect(first('2026-11-24T12:59:59Z')).toBe('2026-11-24T12:00+01:00')
    expect(first('2026-11-24T13:00:00Z')).toBe('2026-12-08T12:00+01:00')
  })

  test('counts from midnight in Oslo, also when it is still yesterday in UTC', () => {
    const mondays = [madeUpCafe(weekly('mandag', '2026-11-02'))]
    const last = (now: string) => starts(upcoming(mondays, at(now), 1)).at(-1)
    expect(last('2026-12-31T22:59:59Z')).toBe('2027-01-25T12:00+01:00')
    expect(last('2026-12-31T23:00:00Z')).toBe('2027-02-01T12:00+01:00')
  })

  test('is never a cancelled date, though the list shows it', () => {
    const cafes = [madeUpCafe({ exceptions })]
    const now = at('2026-11-21T08:00:00Z')
    expect(upcoming(cafes, now, 1)[0]?.state).toBe('cancelled')
    expect(nextOccurrence(cafes, now)?.date.toString()).toBe('2026-12-08')
  })

  test('comes from the café that is first, and is nothing without a café', () => {
    const now = at('2026-11-21T08:00:00Z')
    const asen = madeUpCafe(weekly('mandag', '2026-11-02'), 'asen')
    expect(nextOccurrence([madeUpCafe(), asen], now)?.of.slug).toBe('asen')
    expect(nextOccurrence([], now)).toBeUndefined()
  })
})
