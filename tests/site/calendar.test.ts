import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Parsed, readWithIcalJs, readWithNodeIcal } from '../calendar/parsed.ts'
import { buildFolder, fixedNow, type SiteName } from '../sites.ts'

const client = (site: SiteName) => join(buildFolder(site), 'client')
const read = (site: SiteName, path: string) => readFileSync(join(client(site), path), 'utf8')

/** A date as every outlet must have it: UID, and start as an instant. */
type Shown = readonly [uid: string, start: string]

/** The dates that a reader sees in the lists of a page. */
function onPage(html: string): Shown[] {
  const dates = [...html.matchAll(/data-uid="([^"]+)"(?:(?!data-uid).)*?<time datetime="([^"]+)"/gs)]
  return dates.map(([, uid = '', start = '']) => [uid, new Date(start).toISOString()])
}

const now = new Date(fixedNow).toISOString()
const dateOf = ({ uid, start }: Pick<Parsed, 'uid' | 'start'>): Shown => [uid, start]
const inOrder = (dates: Shown[]) => dates.sort(([, a], [, b]) => (a < b ? -1 : 1))
const plainDates = (site: SiteName) =>
  (
    JSON.parse(read(site, 'kalender.json')) as { dates: { uid: string; startsAt: string; endsAt: string }[] }
  ).dates.map(({ uid, startsAt, endsAt }) => ({
    uid,
    start: new Date(startsAt).toISOString(),
    end: new Date(endsAt).toISOString(),
  }))

describe.each([
  ['fjordvik', 'kafe', 'etter-pa', 'parorende'],
  ['fjordvik', 'kafe', 'asen', 'parorende'],
  ['hamar', 'kafe', 'etter-pa', 'parorende'],
  ['fjordvik', 'kurs', 'hostkurs-2026', 'frivillige'],
  ['fjordvik', 'kurs', 'varkurs-2027', 'frivillige'],
  ['fjordvik', 'kurs', 'veiledning', 'frivillige'],
  ['fjordvik', 'kurs', 'sommersamling-2027', 'frivillige'],
  ['fjordvik', 'kurs', 'fagdag-2027', 'ansatte'],
] as const)('in %s /%s/%s/', (site, section, slug, audience) => {
  const html = read(site, `${section}/${slug}/index.html`)
  const page = onPage(html)
  const prefix = `${section === 'kafe' ? 'cafes' : 'courses'}-${slug}-`
  const ours = (dates: Shown[]) => inOrder(dates.filter(([uid]) => uid.startsWith(prefix)))
  /** What of an outlet the page shows: from now, as far ahead as the page goes. */
  const coming = (dates: readonly { uid: string; start: string; end: string }[]) => {
    const last = page.at(-1)?.[1] ?? ''
    return ours(dates.filter(({ start, end }) => end > now && start <= last).map(dateOf))
  }

  test('has dates', () => expect(page.length).toBeGreaterThan(0))

  test.each([`${section}/${slug}.ics`, 'kalender.ics', `kalender/${audience}.ics`])(
    'has the same dates in %s, in both parsers',
    (path) => {
      expect(coming(readWithIcalJs(read(site, path)))).toEqual(page)
      expect(coming(readWithNodeIcal(read(site, path)))).toEqual(page)
    },
  )

  test('has the same dates as plain data', () => expect(coming(plainDates(site))).toEqual(page))

  test('has the same dates in the months, each where the table leads to', () => {
    const months = globSync('kalender/20*/index.html', { cwd: client(site) })
    expect(months).toHaveLength(12)
    const dates = ours(months.flatMap((path) => onPage(read(site, path))))
    expect(dates.slice(0, page.length)).toEqual(page)
    for (const month of months.map((path) => read(site, path))) {
      const targets = [...month.matchAll(/href="#(dag-[^"]+)"/g)].map(([, id]) => id)
      expect([...month.matchAll(/id="(dag-[^"]+)"/g)].map(([, id]) => id)).toEqual(targets)
    }
  })

  test('has the same dates on the sheet of half a year', () => {
    const sheet = [...read(site, 'kalender/halvar/index.html').matchAll(/data-uid="([^"]+)"/g)]
    const uids = sheet.map(([, uid = '']) => uid).filter((uid) => uid.startsWith(prefix))
    const until = '2027-05-22'
    expect(uids).toEqual(page.filter(([, start]) => start < until).map(([uid]) => uid))
  })

  test('has each date that one can go to as a file of its own', () => {
    const links = [...html.matchAll(/href="(\/[^"]+\/\d{4}-\d\d-\d\d\.ics)"/g)].map(([, path = '']) => path)
    const files = links.flatMap((path) => readWithIcalJs(read(site, path)))
    const common = new Map(readWithIcalJs(read(site, 'kalender.ics')).map((date) => [date.uid, date]))
    for (const file of files) expect(file).toEqual(common.get(file.uid))
    const open = page.filter(([uid]) => common.get(uid)?.status === 'CONFIRMED')
    expect(files.map(dateOf)).toEqual(open)
  })

  test('tells search engines the same dates, and none that nobody has confirmed', () => {
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
    const graph = data
      ? (JSON.parse(data) as { '@graph': { '@id': string; startDate: string }[] })['@graph']
      : []
    const told = graph.map((each) => [
      each['@id'].replace('urn:uid:', ''),
      new Date(each.startDate).toISOString(),
    ])
    expect(told).toEqual(site === 'hamar' ? [] : page)
  })
})

describe('schema.org', () => {
  const events = (path: string) => read('fjordvik', path)

  test('says what was moved, from when, and what was cancelled', () => {
    const html = events('kafe/etter-pa/index.html')
    expect(html).toContain('"startDate":"2026-12-09T13:00:00+01:00"')
    expect(html).toContain('"previousStartDate":"2026-12-08T12:00:00+01:00"')
    expect(html).toContain('EventRescheduled')
    expect(html).toContain('EventCancelled')
  })

  test('says a date that was cancelled and taken back as planned', () => {
    expect(events('kurs/veiledning/index.html')).not.toContain('EventCancelled')
  })
})

test('an unconfirmed café says so', () => {
  expect(read('hamar', 'kafe/etter-pa/index.html')).toContain('Ikke bekreftet – ring først')
  expect(read('hamar', 'kalender/halvar/index.html')).toContain('Ikke bekreftet')
  expect(read('hamar', 'nyheter.atom')).not.toContain('<entry>')
})

describe('a municipality without dates', () => {
  test('has honest pages', () => {
    const said = (path: string) => read('gjovik', `${path}/index.html`)
    expect(said('kafe')).toContain('Vi kjenner ikke til noen kafé for pårørende i Gjøvik nå.')
    expect(said('kurs')).toContain('Vi kjenner ingen kursdatoer i Gjøvik nå.')
    expect(said('kalender')).toContain('Vi kjenner ingen datoer i Gjøvik nå.')
    expect(existsSync(join(client('gjovik'), 'kalender/2026-12/index.html'))).toBe(false)
  })

  test.each(['kalender.ics', 'kalender/frivillige.ics', 'kalender/parorende.ics', 'kalender/ansatte.ics'])(
    'has an empty %s',
    (path) => expect(readWithIcalJs(read('gjovik', path))).toEqual([]),
  )
})
