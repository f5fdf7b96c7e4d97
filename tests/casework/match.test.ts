import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { meetingFile } from '#calendar/meeting-file.ts'
import type { Act, ActName } from '#casework/act.ts'
import { lastDone, matchState } from '#casework/match.ts'
import { readAgreement, readEnding, readMeeting } from '#casework/read-match.ts'
import { trailOf } from '../../src/components/match/trail.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const acts = (...names: (ActName<'matches'> | [ActName<'matches'>, string])[]): Act<'matches'>[] =>
  names.map((each, index) => {
    const [name, detail] = typeof each === 'string' ? [each] : each
    return {
      number: index + 1,
      name,
      by: 'solveig',
      at: '2026-11-20T09:00:00.000Z',
      ...(detail && { detail }),
    }
  })
const fields = (typed: Record<string, string>) =>
  new Map(Object.entries(typed).map(([key, text]) => [key, [text]]))
const keysOf = (read: object) =>
  'problems' in read ? (read.problems as { key: string }[]).map(({ key }) => key) : []

describe('What was done last with a match', () => {
  const undone = (before: Act<'matches'>[]) =>
    before.concat(
      lastDone(before).map(({ number }, index) => ({
        ...(before[0] as Act<'matches'>),
        number: before.length + 1 + index,
        name: 'undo',
        detail: String(number),
      })),
    )

  test('is undone as a whole, and then the match stands as before', () => {
    const held = acts('propose', 'agree-meeting', 'hold-meeting')
    expect(matchState(held)).toBe('meeting-held')
    expect(matchState(undone(held))).toBe('meeting-agreed')
    const signed = acts('propose', 'agree-meeting', 'hold-meeting', 'sign-agreement', 'plan-review', 'start')
    expect(lastDone(signed)).toHaveLength(3)
    expect(matchState(undone(signed))).toBe('meeting-held')
    expect(matchState(undone(undone(signed)))).toBe('meeting-agreed')
  })

  test('cannot be undone when what it took the place of is gone', () => {
    expect(lastDone(acts('propose'))).toEqual([])
    expect(lastDone(acts('propose', 'agree-meeting', 'agree-meeting'))).toEqual([])
    const changed = acts('propose', 'sign-agreement', 'plan-review', 'start', 'sign-agreement', 'plan-review')
    expect(lastDone(changed)).toEqual([])
  })

  test('cannot be undone when it closed the referral too', () => {
    expect(lastDone(acts('start', ['end', 'volunteer-stopped']))).toHaveLength(1)
    expect(lastDone(acts('start', ['end', 'need-over']))).toEqual([])
    expect(lastDone(acts('start', ['end', 'death']))).toEqual([])
  })
})

describe('The way of a match', () => {
  test('names the day, fourteen days after the start, for both calls', () => {
    const started = [{ ...(acts('start')[0] as Act<'matches'>), date: '2026-12-04' }]
    const calls = trailOf(started, today).filter(({ words }) => words.startsWith('Ringe'))
    expect(calls.map(({ date, done }) => [date, done])).toEqual([
      ['2026-12-18', false],
      ['2026-12-18', false],
    ])
  })
})

describe('What a coordinator types', () => {
  const agreement = {
    frequency: 'weekly',
    weekday: 'fri',
    time: '11:00',
    hours: '2,5',
    startDate: '2026-12-04',
    reviewDate: '2027-03-05',
    travelCosts: 'no',
    signedOn: '2026-11-21',
  }

  test('about an agreement is read, hours with a comma too', () => {
    expect(readAgreement(fields(agreement), today)).toMatchObject({
      agreement: { hours: 2.5, travelCosts: false },
    })
  })

  test('is refused field by field, and no choice is made for her', () => {
    expect(keysOf(readAgreement(fields({}), today)).sort()).toEqual(Object.keys(agreement).sort())
    expect(keysOf(readAgreement(fields({ ...agreement, travelCosts: '' }), today))).toEqual(['travelCosts'])
    expect(keysOf(readAgreement(fields({ ...agreement, signedOn: '2026-11-22' }), today))).toEqual([
      'signedOn',
    ])
    expect(keysOf(readAgreement(fields({ ...agreement, reviewDate: '2026-12-04' }), today))).toEqual([
      'reviewDate',
    ])
  })

  test('about a meeting keeps no identity number, nor a day in another century', () => {
    const meeting = { date: '2026-11-26', time: '17:00', place: 'Hjemme' }
    expect(readMeeting(fields(meeting), today)).toEqual({ meeting, address: '' })
    expect(keysOf(readMeeting(fields({ ...meeting, date: '2126-11-26' }), today))).toEqual(['date'])
    expect(keysOf(readMeeting(fields({ ...meeting, address: 'Lia 4, 01010750160' }), today))).toEqual([
      'address',
    ])
  })

  test('about an end needs a reason and a day that has been', () => {
    expect(keysOf(readEnding(fields({ dato: '2026-11-22' }), today))).toEqual(['reason', 'dato'])
    expect(keysOf(readEnding(fields({ reason: 'constructor', dato: '2026-11-20' }), today))).toEqual([
      'reason',
    ])
  })
})

describe('The file for a calendar', () => {
  const meeting = {
    uid: 'abc@pusterom',
    date: '2026-03-29',
    time: '17:00',
    now: Temporal.Instant.from('2026-03-20T09:00:00Z'),
  }
  const eventOf = (text: string) =>
    new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') as ICAL.Component)

  test('says the hour as people in Norway read it, on a day when the clock changes too', () => {
    const read = eventOf(meetingFile({ ...meeting, changes: 0, cancelled: false }))
    expect(read.startDate.toString()).toBe('2026-03-29T17:00:00')
    expect(read.startDate.zone.tzid).toBe('Europe/Oslo')
    expect(read.endDate.toString()).toBe('2026-03-29T17:30:00')
    expect(read.location).toBeFalsy()
  })

  test('takes the place of an earlier one when the meeting is off', () => {
    const read = eventOf(meetingFile({ ...meeting, changes: 3, cancelled: true }))
    expect([read.uid, read.sequence]).toEqual(['abc@pusterom', 3])
    expect(read.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })
})
