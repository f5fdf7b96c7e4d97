/**
 * `npm run bench`: how long our own calendar code takes beside the libraries it stands on, as ratios of medians from
 * the same run. Below 1 is faster than the library. First it proves that both do the same work.
 */
import ical from 'ical-generator'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Cafe } from '#calendar/cafe.ts'
import { feed, feedPeriod } from '#calendar/feed.ts'
import { occurrences } from '#calendar/occurrences.ts'
import { type Rule, ruleDates } from '#calendar/rule.ts'
import { madeUpCafe } from './calendar/made-up-cafe.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const site = 'https://fjordvik.example'
const rounds = 15

/** The median of each, in milliseconds. They take turns, so that a slow moment of the machine meets both. */
function race(ours: () => unknown, library: () => unknown): { ours: number; library: number } {
  const times: { ours: number[]; library: number[] } = { ours: [], library: [] }
  for (let round = -3; round < rounds; round++)
    for (const [name, act] of [
      ['ours', ours],
      ['library', library],
    ] as const) {
      const start = performance.now()
      act()
      // The first rounds warm up the compiler.
      if (round >= 0) times[name].push(performance.now() - start)
    }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  return { ours: median(times.ours), library: median(times.library) }
}

function report(name: string, { ours, library }: { ours: number; library: number }) {
  const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(10)
  console.log(`${name.padEnd(62)}${ms(ours)}${ms(library)}${(ours / library).toFixed(2).padStart(9)}`)
}

function expectSame(what: string, expected: unknown, got: unknown) {
  if (JSON.stringify(expected) !== JSON.stringify(got))
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
}

/** Weekly cafés with `count` dates in the period of a feed. */
function cafesWith(count: number): { activities: Cafe[]; events: object[] } {
  const rule = { weekday: 'tirsdag', weeks: 1, firstDate: '2026-01-06' }
  const of = (slug: string, more: object = {}) => madeUpCafe({ rule: { ...rule, ...more } }, slug)
  const perCafe = occurrences(of('a'), feedPeriod(today)).length
  const whole = Array.from({ length: Math.floor(count / perCafe) }, (_, index) => of(`kafe-${index}`))
  const left = count % perCafe
  const dates = occurrences(of('a'), feedPeriod(today))
  const lastDate = dates[left - 1]?.date.toString()
  const activities = left === 0 ? whole : [...whole, of('rest', { lastDate })]
  return {
    activities,
    events: activities.flatMap((cafe) =>
      occurrences(cafe, feedPeriod(today)).map((date) => ({
        id: date.uid,
        start: new Date(date.startsAt.epochMilliseconds),
        end: new Date(date.endsAt.epochMilliseconds),
        summary: cafe.title,
        location: cafe.place.name,
        description: cafe.summary,
        url: site + cafe.path,
      })),
    ),
  }
}

/**
 * The library as its manual shows it: ready events with native dates, in UTC. Ours also finds the dates and writes the
 * words; most of the difference is the library's own formatting of zoned values, which alone it gets right.
 */
const plainFeed = (events: object[]) => ical({ name: 'Kafé', events: events as never }).toString()

console.log(`${''.padEnd(62)}${'ours'.padStart(10)}${'library'.padStart(10)}${'ratio'.padStart(9)}`)

for (const count of [500, 5000]) {
  const { activities, events } = cafesWith(count)
  const ours = () => feed({ name: 'Kafé', activities, site, today })
  const countIn = (text: string) => text.match(/BEGIN:VEVENT/g)?.length
  expectSame('events', [count, count], [countIn(ours()), countIn(plainFeed(events))])
  report(
    `feed of ${count} dates, ical-generator`,
    race(ours, () => plainFeed(events)),
  )
}

const period = { from: today, until: today.add({ years: 10 }) }
const dtstart = today.toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '12:00' })
const until = period.until.toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '23:59' })
const common = { dtstart, until, tzid: 'Europe/Oslo', temporal: Temporal } as const
const rules: [string, Rule, () => Temporal.ZonedDateTime[]][] = [
  [
    'every other Saturday for ten years',
    { weekday: 'lørdag', weeks: 2, firstDate: today.toString() },
    () => new RRuleTemporal({ ...common, freq: 'WEEKLY', interval: 2 }).all() as never,
  ],
  [
    'the third Saturday of the month for ten years',
    { weekday: 'lørdag', nth: 'tredje', firstDate: today.toString() },
    () => new RRuleTemporal({ ...common, freq: 'MONTHLY', byDay: ['3SA'] }).all() as never,
  ],
]
for (const [name, rule, library] of rules) {
  const ours = () => ruleDates(rule, period)
  expectSame(
    name,
    library().map((at) => at.toPlainDate().toString()),
    ours().map(String),
  )
  report(`${name}, rrule-temporal`, race(ours, library))
}

await import('./bench-lists.ts')
await import('./bench/intake.ts')
await import('./bench/publish.ts')
await import('./bench/paper.ts')
