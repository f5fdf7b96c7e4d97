import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWithIcalJs, readWithNodeIcal } from '../calendar/parsed.ts'
import { buildFolder, fixedNow, type SiteName } from '../sites.ts'

const read = (site: SiteName, path: string) => readFileSync(join(buildFolder(site), 'client', path), 'utf8')

/** The dates that a reader sees on a café page: UID and start, as an instant. */
function onPage(html: string): string[][] {
  const dates = [...html.matchAll(/data-uid="([^"]+)".*?<time datetime="([^"]+)"/gs)]
  return dates.map(([, uid = '', start = '']) => [uid, new Date(start).toISOString()])
}

/** What of a feed the page shows: from now, half a year ahead. */
function coming(feed: { uid: string; start: string; end: string }[], last: string): string[][] {
  const now = new Date(fixedNow).toISOString()
  const shown = feed.filter(({ end, start }) => end > now && start <= last)
  return shown.sort((a, b) => (a.start < b.start ? -1 : 1)).map(({ uid, start }) => [uid, start])
}

describe.each([
  ['fjordvik', 'etter-pa'],
  ['fjordvik', 'asen'],
  ['hamar', 'etter-pa'],
] as const)('in %s the café %s', (site, slug) => {
  test('has the same dates on its page, in its feed, in the common feed and as plain data', () => {
    const page = onPage(read(site, `kafe/${slug}/index.html`))
    const last = page.at(-1)?.[1] ?? ''
    expect(page.length).toBeGreaterThan(3)

    const ours = (list: { uid: string; start: string; end: string }[]) =>
      list.filter(({ uid }) => uid.startsWith(`cafes-${slug}-`))
    const text = read(site, `kafe/${slug}.ics`)
    expect(coming(readWithIcalJs(text), last)).toEqual(page)
    expect(coming(readWithNodeIcal(text), last)).toEqual(page)
    expect(coming(ours(readWithIcalJs(read(site, 'kalender.ics'))), last)).toEqual(page)

    const { dates } = JSON.parse(read(site, 'kalender.json')) as {
      dates: { uid: string; startsAt: string; endsAt: string }[]
    }
    const plain = dates.map(({ uid, startsAt, endsAt }) => ({
      uid,
      start: new Date(startsAt).toISOString(),
      end: new Date(endsAt).toISOString(),
    }))
    expect(coming(ours(plain), last)).toEqual(page)
  })
})

test('an unconfirmed café says so, and tells no search engine of its dates', () => {
  expect(read('fjordvik', 'kafe/etter-pa/index.html')).toContain('"@type":"Event"')
  const html = read('hamar', 'kafe/etter-pa/index.html')
  expect(html).toContain('Ikke bekreftet – ring først')
  expect(html).not.toContain('application/ld+json')
})

test('a municipality without a café has an honest page and an empty calendar', () => {
  expect(read('gjovik', 'kafe/index.html')).toContain(
    'Vi kjenner ikke til noen kafé for pårørende i Gjøvik nå.',
  )
  expect(readWithIcalJs(read('gjovik', 'kalender.ics'))).toEqual([])
})
