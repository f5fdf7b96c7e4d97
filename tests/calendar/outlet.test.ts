import { expect, test } from 'vitest'
import { feed, feedPeriod } from '#calendar/feed.ts'
import { type Occurrence, occurrences } from '#calendar/occurrences.ts'
import { sayChange } from '#calendar/words.ts'
import { importsOf, sourceFiles } from '../rules/source.ts'
import { busyCafe } from './busy-cafe.ts'
import { date } from './made-up-cafe.ts'
import { madeUpCourse } from './made-up-course.ts'
import { readWithIcalJs } from './parsed.ts'

// CONTRIBUTING promises that an outlet costs one writer and one page.
const today = date('2026-11-21')

test('a made-up outlet is one writer over the dates, and agrees with the feed', () => {
  const activities = [busyCafe(), madeUpCourse()]
  const writeLine = (each: Occurrence) => `${each.uid};${each.startsAt.toInstant()};${sayChange(each) ?? ''}`
  const lines = activities.flatMap((activity) => occurrences(activity, feedPeriod(today))).map(writeLine)
  const read = lines.map((line) => line.split(';'))
  const inFeed = readWithIcalJs(feed({ name: 'x', activities, site: 'https://fjordvik.example', today }))
  expect(inFeed.length).toBeGreaterThan(6)
  expect(read.map(([uid, start]) => [uid, new Date(start ?? '').toISOString()]).sort()).toEqual(
    inFeed.map(({ uid, start }) => [uid, start]).sort(),
  )
})

test.each(['feed', 'dates-json', 'atom', 'schema-org', 'plan'])(
  'the writer %s is known to pages, to what they draw and to mail, and to nothing else',
  (writer) => {
    const users = sourceFiles.filter((file) => importsOf(file).includes(`src/calendar/${writer}.ts`))
    const pages = users.filter((file) => file.startsWith('src/pages/'))
    expect(pages.length).toBeGreaterThan(0)
    expect(
      users.filter((file) => !/^src\/(pages|components\/calendar|calendar|intake\/seats)\//.test(file)),
    ).toEqual([])
  },
)
