import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWithIcalJs } from '../calendar/parsed.ts'
import { serve } from '../served.ts'
import { buildFolder, fixedNow } from '../sites.ts'

const read = (path: string) => readFileSync(join(buildFolder('fjordvik'), 'client', path), 'utf8')

/** The dates that a reader sees on the page of a café or a course: UID and start, as an instant. */
function onPage(html: string): [string, string][] {
  const dates = [...html.matchAll(/data-uid="([^"]+)".*?<time datetime="([^"]+)"/gs)]
  return dates.map(([, uid = '', start = '']) => [uid, new Date(start).toISOString()])
}

const served = serve('fjordvik')

/** What a screen that is switched on at an instant shows of one kind: UID and start. */
async function shownAt(instant: string, kind: string): Promise<[string, string][]> {
  const page = await served.browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.clock.install({ time: new Date(instant) })
  await page.goto(`${served.site.origin}/infoskjerm/`)
  await page.locator('.updated', { hasText: /\d/ }).waitFor()
  const dates = await page
    .locator(`.${kind} li`)
    .evaluateAll((items) =>
      items.map((item) => [item.dataset.uid ?? '', item.querySelector('time')?.dateTime ?? '']),
    )
  await page.close()
  return dates.map(([uid = '', start = '']) => [uid, new Date(start).toISOString()])
}

test.each([
  ['cafe', ['kafe/etter-pa', 'kafe/asen']],
  ['course', ['kurs/hostkurs-2026', 'kurs/varkurs-2027']],
])('the screen in a lobby shows one after the other the %s dates of %j', async (kind, pages) => {
  const perPage = pages.map((path) => onPage(read(`${path}/index.html`)))
  const last = kind === 'cafe' ? (perPage.map((dates) => dates.at(-1)?.[1] ?? '').sort()[0] ?? '') : '9'
  const expected = perPage
    .flat()
    .filter(([, start]) => start <= last)
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
  expect(expected.length).toBeGreaterThan(3)

  const ends = new Map(readWithIcalJs(read('kalender.ics')).map(({ uid, end }) => [uid, end]))
  const found = new Map<string, string>()
  for (let now: string | undefined = fixedNow; now !== undefined; ) {
    const shown: [string, string][] = (await shownAt(now, kind)).filter(([, start]) => start <= last)
    for (const [uid, start] of shown) found.set(uid, start)
    now = shown[0] && ends.get(shown[0][0])
  }
  expect([...found]).toEqual(expected)
})
