import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { datesJson } from '#calendar/dates-json.ts'
import { feed, feedPeriod } from '#calendar/feed.ts'
import { occurrences } from '#calendar/occurrences.ts'
import { busyCafe } from './busy-cafe.ts'
import { date, madeUpCafe } from './made-up-cafe.ts'
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
      const { stdout } = await run('npx', ['node', feedOfScript], {
        env: { ...process.env, TZ },
      })
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

  const hostile = [
    ['a line that ends the event', 'Kaffe\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x'],
    ['a lone carriage return', 'Kaffe\rSUMMARY:x'],
    ['a lone line feed', 'Kaffe\nSTATUS:CANCELLED'],
    ['line breaks of Unicode', 'Kaffe\u2028LOCATION:x\u2029\u0085y'],
    ['the marks of iCalendar', 'Kaffe, te; \\ \\, "x": ^n'],
    ['emoji and joined emoji', 'Kaffe 👩‍👩‍👧 🇳🇴'.repeat(5)],
    ['right to left', 'Kaffe \u202eabc\u202c قهوة'],
    ['control characters', 'Kaf\u0000fe\u0007\u001b\u007f'],
    ['half a surrogate pair', 'Kaffe \ud83d'],
    ['the end of the calendar', 'END:VCALENDAR BEGIN:VEVENT'],
  ] as const
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

    // What a reader sees: the letters as typed, each line break as one, and no control characters.
    const seen = text
      .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
      .replace(/[\0\u0007\u001b\u007f]/g, '')
      .replace('\ud83d', (half) => (text.endsWith(half) && !text.isWellFormed() ? '\ufffd' : half))
    const normal = wild.find(({ uid }) => uid.includes('2026-10-27'))
    expect(normal?.summary).toBe(seen.replaceAll('\n', ' '))
    expect(normal?.location).toBe(`${seen}, ${seen}`.replaceAll('\n', ' '))
    expect(normal?.description.startsWith(`${seen}\nPris: ${seen}\n`)).toBe(true)
  })
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
