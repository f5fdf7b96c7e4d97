import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { datesJson } from '#calendar/dates-json.ts'
import { feed, feedPeriod, singleDate } from '#calendar/feed.ts'
import { type Occurrence, occurrences } from '#calendar/occurrences.ts'
import { busyCafe } from './busy-cafe.ts'
import { asSeen, hostile } from './hostile.ts'
import { date, madeUpCafe, period } from './made-up-cafe.ts'
import { everySixWeeks, madeUpCourse } from './made-up-course.ts'
import { readWithIcalJs, readWithNodeIcal } from './parsed.ts'

const site = 'https://fjordvik.example'
const today = date('2026-11-21')
const feedOf = (cafe = madeUpCafe(), day = today) =>
  feed({ name: cafe.title, activities: [cafe], site, today: day })
const feedOfScript = fileURLToPath(new URL('./feed-of.ts', import.meta.url))
const parsers = { 'ical.js': readWithIcalJs, 'node-ical': readWithNodeIcal }

describe('the feed', () => {
  test('of a café that moved, cancelled and added dates is this text', async () => {
    await expect(feedOf(busyCafe())).toMatchFileSnapshot('golden/moved-cancelled-and-extra.ics')
  })

  test('of an unconfirmed café says so in each date', async () => {
    const cafe = madeUpCafe({
      confirmedAt: undefined,
      seenYear: 2018,
      rule: { weekday: 'tirsdag', weeks: 2, firstDate: '2026-11-24', lastDate: '2026-12-08' },
    })
    await expect(feedOf(cafe)).toMatchFileSnapshot('golden/not-confirmed.ics')
  })

  test('of a course says for whom it is, how many can come, and until when to sign up', async () => {
    const course = madeUpCourse({
      openToOthers: ['Nordsund'],
      capacity: 16,
      deadline: '2027-01-25',
      cost: 'Gratis',
      exceptions: [
        { kind: 'cancelled', date: '2027-02-16', reason: 'Storm.', changedAt: '2026-11-02' },
        { kind: 'restored', date: '2027-02-16', changedAt: '2026-11-03' },
      ],
    })
    const text = feed({ name: course.title, activities: [course], site, today })
    await expect(text).toMatchFileSnapshot('golden/course.ics')
  })

  test('of one date is that date alone, as it is among the others', async () => {
    const [date] = occurrences(busyCafe(), period('2026-12-01', '2026-12-31'))
    const text = singleDate(date as Occurrence, site)
    await expect(text).toMatchFileSnapshot('golden/single-date.ics')
    const [alone] = readWithIcalJs(text)
    expect(readWithIcalJs(feedOf(busyCafe())).find(({ uid }) => uid === alone?.uid)).toEqual(alone)
  })

  test('of an unlisted course leads to no page, for there is none', () => {
    const course = madeUpCourse({ ...everySixWeeks, unlisted: true })
    const text = feed({ name: course.title, activities: [course], site, today })
    expect(readWithIcalJs(text).length).toBeGreaterThan(5)
    expect(text).not.toContain('https:')
  })

  test('of a municipality without a café is valid and empty', async () => {
    const text = feed({ name: 'Pusterom i Fjordvik', activities: [], site, today })
    await expect(text).toMatchFileSnapshot('golden/no-cafe.ics')
    expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtimezone')).toHaveLength(1)
  })

  test('holds lines of at most 75 octets, ended by CRLF, and no half character', () => {
    const text = feedOf(madeUpCafe({ summary: '🎄Åse møter Øystein på blåbærtur — '.repeat(4) }))
    const lines = text.split('\r\n')
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([])
    expect(text.isWellFormed()).toBe(true)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('goes from 90 days back to twelve months ahead', () => {
    const weekly = madeUpCafe({ rule: { weekday: 'lørdag', weeks: 1, firstDate: '2020-01-04' } })
    const starts = readWithIcalJs(feedOf(weekly, date('2026-11-21'))).map(({ start }) => start.slice(0, 10))
    expect([starts[0], starts.at(-1)]).toEqual(['2026-08-29', '2027-11-20'])
  })

  test('is the same bytes under any time zone of the machine', async () => {
    const run = promisify(execFile)
    const zones = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']
    const texts = zones.map(async (TZ) => {
      const { stdout } = await run(process.execPath, [feedOfScript], { env: { ...process.env, TZ } })
      return stdout
    })
    for (const text of await Promise.all(texts)) expect(text).toBe(feedOf(busyCafe()))
  })

  test('moves no stamp when only the day changes', () => {
    const stamps = (day: string) =>
      new Map(readWithIcalJs(feedOf(busyCafe(), date(day))).map((each) => [each.uid, each.stamp]))
    const [before, after] = [stamps('2026-11-21'), stamps('2026-12-01')]
    expect(before.size).toBeGreaterThan(4)
    for (const [uid, stamp] of after) expect(before.get(uid)).toBe(stamp)
  })
})

describe.each(Object.entries(parsers))('%s reads in the feed', (_, parse) => {
  test('each date as the calendar has it, over five years and every clock change', () => {
    const cafe = madeUpCafe({
      rule: { weekday: 'søndag', weeks: 1, firstDate: '2024-01-07' },
      startTime: '01:30',
      endTime: '03:30',
      exceptions: [{ kind: 'extra', date: '2028-02-29', changedAt: '2026-01-01' }],
    })
    for (const day of ['2024-06-01', '2025-06-01', '2026-06-01', '2027-06-01', '2028-02-20'].map(date)) {
      const expected = occurrences(cafe, feedPeriod(day))
      expect(expected.length).toBeGreaterThan(60)
      expect(parse(feedOf(cafe, day)).map(({ uid, start, end }) => ({ uid, start, end }))).toEqual(
        expected
          .map(({ uid, startsAt, endsAt }) => ({ uid, start: utc(startsAt), end: utc(endsAt) }))
          .sort((a, b) => (a.uid < b.uid ? -1 : 1)),
      )
    }
  })

  test('what moved under its old UID, what is cancelled, and how often each changed', () => {
    const changed = parse(feedOf(busyCafe())).filter(({ sequence }) => sequence > 0)
    expect(
      changed.map(({ uid, summary, status, start }) => [
        uid.split('@')[0]?.slice(-10),
        summary,
        status,
        start,
      ]),
    ).toEqual([
      ['2026-11-10', 'AVLYST: Kafé Etter-På', 'CANCELLED', '2026-11-10T11:00:00.000Z'],
      ['2026-12-08', 'FLYTTET: Kafé Etter-På', 'CONFIRMED', '2026-12-09T12:00:00.000Z'],
      ['2026-12-17', 'Kafé Etter-På', 'CONFIRMED', '2026-12-17T16:00:00.000Z'],
    ])
    expect(changed.map(({ stamp }) => stamp)).toEqual([
      '2026-11-08T23:00:00.000Z',
      '2026-11-15T23:00:00.000Z',
      '2026-11-09T23:00:00.000Z',
    ])
  })

  test.each(hostile)('text with %s as text, and nothing else changed', (_name, text) => {
    const calm = parse(feedOf(busyCafe()))
    const words = { title: text, summary: text, cost: text, reason: text }
    const place = { name: text, address: text, stepFree: text }
    const contact = { name: text }
    const cafe = { ...busyCafe(), ...words, place, contact, topics: [{ date: '2026-11-24', title: text }] }
    const wild = parse(feedOf(cafe))
    const facts = ({ uid, start, end, stamp, status, sequence }: (typeof calm)[number]) => ({
      uid,
      start,
      end,
      stamp,
      status,
      sequence,
    })
    expect(wild.map(facts)).toEqual(calm.map(facts))

    const seen = asSeen(text)
    const normal = wild.find(({ uid }) => uid.includes('2026-10-27'))
    expect(normal?.summary).toBe(seen.replaceAll('\n', ' '))
    expect(normal?.location).toBe(`${seen}, ${seen}`.replaceAll('\n', ' '))
    expect(normal?.description.startsWith(`${seen}\nPris: ${seen}\n`)).toBe(true)
  })
})

test.each(hostile)('a course with %s in every field stays two dates', (_, text) => {
  const course = madeUpCourse({
    title: 'x',
    sessions: ['2027-02-02', '2027-02-16'].map((date) => ({ date, title: 'x', speakers: ['x'] })),
  })
  const sessions = course.sessions.map((session) => ({ ...session, title: text, speakers: [text, text] }))
  const wild = { ...course, title: text, summary: text, openToOthers: [text, text], sessions }
  const file = feed({ name: text, activities: [wild], site, today })
  for (const parse of Object.values(parsers)) {
    const dates = parse(file)
    expect(dates.map(({ start }) => start)).toEqual(['2027-02-02T17:00:00.000Z', '2027-02-16T17:00:00.000Z'])
    const title = asSeen(text).replaceAll('\n', ' ')
    expect(dates[0]?.summary).toBe(`${title}: ${title}`)
    expect(dates[0]?.description).toContain(`Også for deg fra ${asSeen(text)} og ${asSeen(text)}.`)
  }
})

test('a backslash before an n stays one', () => {
  // Not among the hostile texts: node-ical 0.26 reads the escaped backslash and the n as a line break.
  const [first] = readWithIcalJs(feedOf(madeUpCafe({ title: 'C:\\ny mappe' })))
  expect(first?.summary).toBe('C:\\ny mappe')
})

test('the plain data holds the same dates as the feed', () => {
  const cafes = [busyCafe(), madeUpCafe({ confirmedAt: undefined }, 'asen')]
  const inFeed = readWithIcalJs(feed({ name: 'x', activities: cafes, site, today }))
  const { dates } = datesJson({ activities: cafes, notices: [], site, today })
  expect(inFeed.length).toBeGreaterThan(20)
  const facts = dates.map(({ uid, startsAt, endsAt, changes, state, confirmed }) => ({
    uid,
    start: new Date(startsAt).toISOString(),
    end: new Date(endsAt).toISOString(),
    sequence: changes,
    status: state === 'cancelled' ? 'CANCELLED' : confirmed ? 'CONFIRMED' : 'TENTATIVE',
  }))
  expect(facts.sort((a, b) => (a.uid < b.uid ? -1 : 1))).toEqual(
    inFeed.map(({ uid, start, end, sequence, status }) => ({ uid, start, end, sequence, status })),
  )
})

const utc = (at: { toInstant(): { epochMilliseconds: number } }) =>
  new Date(at.toInstant().epochMilliseconds).toISOString()
