import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import ts from 'typescript'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type SiteHere, serveHere } from '../serve-here.ts'
import { fixedNow } from '../sites.ts'

const big = { width: 1920, height: 1080 }
const small = { width: 1280, height: 720 }
const sites = {} as Record<'fjordvik' | 'hamar', SiteHere>
let browser: Browser
beforeAll(async () => {
  sites.fjordvik = await serveHere('fjordvik')
  sites.hamar = await serveHere('hamar')
  browser = await openBrowser()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(async () => {
  await browser?.close()
  await Promise.all(Object.values(sites).map((site) => site.stop()))
})

const date = (different: object = {}) => ({
  uid: 'cafes-etter-pa-2026-11-24@fjordvik.example',
  kind: 'kafé',
  title: 'Kafé Etter-På',
  state: 'planned',
  confirmed: true,
  startsAt: '2026-11-24T12:00:00+01:00',
  endsAt: '2026-11-24T14:00:00+01:00',
  day: 'tirsdag 24. november',
  time: 'kl. 12.00–14.00',
  place: 'Kafé Naustet, Bryggevegen 4, 9999 Fjordvik',
  ...different,
})
const later = date({
  uid: 'cafes-etter-pa-2026-12-08@fjordvik.example',
  startsAt: '2026-12-08T12:00:00+01:00',
  endsAt: '2026-12-08T14:00:00+01:00',
  day: 'tirsdag 8. desember',
})

interface Screen {
  readonly page: Page
  /** What the server answers from now on when the screen asks for dates: data, other words, or no net at all. */
  answer(next: object | string | undefined): void
  readonly asked: () => number
  /** Lets time pass, until the screen has done what it does by itself. */
  pass(time: number | string): Promise<void>
}

/** A screen that was switched on at an instant, by its own clock and in some far time zone. */
async function open(
  data?: object,
  {
    at = fixedNow,
    site = 'fjordvik' as keyof typeof sites,
    ...options
  }: BrowserContextOptions & { at?: string; site?: keyof typeof sites } = {},
): Promise<Screen> {
  const context = await browser.newContext({ viewport: big, timezoneId: 'America/New_York', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  let current: object | string | undefined = data
  let asked = 0
  await page.route('**/kalender.json', (route) => {
    asked += 1
    if (current === undefined) return data ? route.abort('internetdisconnected') : route.continue()
    return route.fulfill(typeof current === 'string' ? { body: current } : { json: current })
  })
  await page.clock.install({ time: new Date(at) })
  await page.goto(`${sites[site].origin}/infoskjerm/`)
  await page.locator('.updated', { hasText: /\d/ }).waitFor()
  return {
    page,
    answer: (next) => {
      current = next
    },
    asked: () => asked,
    pass: (time) => page.clock.runFor(time),
  }
}

const shown = (page: Page) => page.locator('main').innerText()
const cafe = (page: Page) => page.locator('.cafe')
/** The dates on the screen: UID and start. */
const dates = (page: Page) =>
  page
    .locator('.dates li')
    .evaluateAll((items) =>
      items
        .filter((item) => item.checkVisibility())
        .map((item) => [item.dataset.uid, item.querySelector('time')?.dateTime]),
    )

describe('the screen', () => {
  test('shows the next café and course that the plain data holds, and when it last asked', async () => {
    const { page } = await open()
    const { dates: all } = (await (await fetch(`${sites.fjordvik.origin}/kalender.json`)).json()) as {
      dates: ReturnType<typeof date>[]
    }
    const next = (kind: string) =>
      all
        .filter((each) => each.kind === kind && new Date(each.endsAt) > new Date(fixedNow))
        .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]
    expect(await dates(page)).toEqual([next('kafé'), next('kurs')].map((each) => [each?.uid, each?.startsAt]))
    expect(await shown(page)).toContain('Sist oppdatert 21.11.2026 kl. 09.00')
  })

  test('says today and tomorrow, passes midnight by itself, and never shows what has ended', async () => {
    const { page, pass } = await open({ dates: [date(), later], notices: [] }, { at: '2026-11-22T22:59:00Z' })
    expect(await cafe(page).innerText()).toContain('Tirsdag 24. november')
    await pass('02:00')
    expect(await cafe(page).innerText()).toMatch(/I morgen\s+kl\. 12\.00–14\.00/)
    await page.clock.pauseAt(new Date('2026-11-23T23:00:10Z'))
    expect(await cafe(page).innerText()).toMatch(/I dag\s+kl\. 12\.00–14\.00/)
    // On its way the screen takes its new page of the night.
    const again = page.waitForEvent('load')
    await page.clock.pauseAt(new Date('2026-11-24T12:59:50Z'))
    await again
    await cafe(page).locator('time').waitFor()
    expect(await dates(page)).toEqual([[date().uid, date().startsAt]])
    await pass('00:20')
    expect(await dates(page)).toEqual([[later.uid, later.startsAt]])
  })

  test('goes on without net, says so with the date of what it knows, and is back by itself', async () => {
    const { page, answer, pass } = await open({ dates: [date()], notices: [] })
    answer(undefined)
    await pass('10:05')
    await page.getByText('Får ikke hentet nytt. Sist oppdatert 21.11.2026 kl. 09.00').waitFor()
    await pass('01:00:00')
    expect(await shown(page)).toContain('Får ikke hentet nytt. Sist oppdatert 21.11.2026 kl. 09.00')
    expect(await dates(page)).toHaveLength(1)
    await page.clock.pauseAt(new Date('2026-11-24T13:01:00Z'))
    expect(await dates(page)).toEqual([])
    answer({ dates: [later], notices: [] })
    await pass('01:10')
    await page.getByText('Sist oppdatert 24.11.2026 kl. 14').waitFor()
    expect(await shown(page)).not.toContain('Får ikke hentet nytt')
    expect(await dates(page)).toHaveLength(1)
  })

  test.each(['<!doctype html><title>Logg på nettet</title>', '{"dates":7}', ''])(
    'does not take %j for dates',
    async (answerOfAnotherNet) => {
      const { page, answer, pass } = await open({ dates: [date()], notices: [] })
      answer(answerOfAnotherNet)
      await pass('10:05')
      await page.getByText('Får ikke hentet nytt').waitFor()
      expect(await dates(page)).toHaveLength(1)
    },
  )

  test('shows a cancelled date as cancelled until it has passed, and the one after it', async () => {
    const cancelled = date({ state: 'cancelled', change: 'Avlyst. Vannlekkasje.' })
    const { page, pass } = await open(
      { dates: [cancelled, later], notices: [] },
      { at: '2026-11-24T12:59:00Z' },
    )
    expect(await cafe(page).innerText()).toMatch(/AVLYST\s+I dag[\s\S]*Tirsdag 8\. desember/i)
    expect(await dates(page)).toHaveLength(2)
    await pass('01:05')
    expect(await cafe(page).innerText()).not.toContain('AVLYST')
    expect(await dates(page)).toEqual([[later.uid, later.startsAt]])
  })

  test('never shows what nobody has confirmed', async () => {
    const { page } = await open({ dates: [date({ confirmed: false }), later], notices: [] })
    expect(await dates(page)).toEqual([[later.uid, later.startsAt]])
    const hamar = await open(undefined, { site: 'hamar' })
    expect(await dates(hamar.page)).toEqual([])
    const text = await shown(hamar.page)
    expect(text).toContain('Du kan få fri')
    expect(text).toContain('90 90 48 48')
    expect(text).not.toMatch(/kafé|tirsdag|Heia/i)
  })

  test('shows one notice at a time until its end, and then that one can get time off', async () => {
    const notice = (title: string) => ({ title, text: 'Se her.', until: '2026-11-21T09:30:00+01:00' })
    const { page, pass } = await open({ dates: [], notices: [notice('Første'), notice('Andre')] })
    const titles = new Set<string>()
    for (let minutes = 0; minutes < 3; minutes++) {
      titles.add(await page.locator('.notice h2').innerText())
      expect(await page.locator('.usual').isVisible()).toBe(false)
      await pass('01:00')
    }
    expect([...titles].sort()).toEqual(['Andre', 'Første'])
    await pass('30:00')
    expect(await page.locator('.notice').isVisible()).toBe(false)
    // It takes turns with the flyers, a minute each.
    const turns = 1 + (await page.locator('.slide').count())
    expect(turns).toBeGreaterThan(1)
    const seen: string[] = []
    for (let turn = 0; turn < turns; turn++) {
      seen.push(await shown(page))
      await pass('01:00')
    }
    expect(seen.filter((text) => text.includes('Du kan få fri'))).toHaveLength(1)
  })

  test('tells the time of Oslo on both sides of a clock change, wherever its own clock thinks it is', async () => {
    const { page, pass } = await open(
      { dates: [], notices: [] },
      { at: '2027-03-28T00:55:00Z', timezoneId: 'Asia/Tokyo' },
    )
    expect(await shown(page)).toContain('28.03.2027 kl. 01.55')
    await pass('10:05')
    await page.getByText('28.03.2027 kl. 03.05').waitFor()
  })
})

describe('through weeks', () => {
  test('one request every ten minutes, one timer, and no more of the page than at the start', async () => {
    const { page, pass, asked } = await open({ dates: [date(), later], notices: [] })
    const size = () => page.evaluate(() => document.querySelectorAll('*').length)
    const before = await size()
    for (let hours = 0; hours < 4; hours++) await pass('59:59')
    await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThanOrEqual(23)
    expect(asked()).toBeLessThanOrEqual(26)
    expect(await size()).toBe(before)
  })

  test('a new page is taken at night, and only when it is there', async () => {
    const { page, pass } = await open({ dates: [date()], notices: [] })
    await page.evaluate(() => document.body.setAttribute('data-old', ''))
    const isOld = () => page.locator('body[data-old]').count()
    await page.context().setOffline(true)
    const refused = page.waitForEvent('requestfailed')
    await page.clock.pauseAt(new Date('2026-11-22T02:10:00Z'))
    await pass('01:10')
    await refused
    expect(await isOld()).toBe(1)
    await page.context().setOffline(false)
    const again = page.waitForEvent('load')
    await pass('10:10')
    await again
    expect(await isOld()).toBe(0)
    await page.locator('.cafe time').waitFor()
  })
})

describe.each([big, small])('at $width × $height', (viewport) => {
  const lost = (page: Page) =>
    page.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.body
      const outside = [...document.querySelectorAll('h1, h2, p, time, svg')].filter((element) => {
        const { left, top, right, bottom, width } = element.getBoundingClientRect()
        return width > 0 && (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1)
      })
      return [
        ...(scrollHeight > innerHeight || scrollWidth > innerWidth
          ? [`${scrollWidth} × ${scrollHeight}`]
          : []),
        ...outside.map((element) => element.outerHTML.slice(0, 80)),
      ]
    })

  test.each(['fjordvik', 'hamar'] as const)('nothing of %s is lost below or beside', async (site) => {
    const { page } = await open(undefined, { site, viewport })
    expect(await lost(page)).toEqual([])
    const size = await page
      .locator('.below p')
      .first()
      .evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize))
    expect(size / viewport.height).toBeGreaterThan(0.03)
  })

  test('the longest texts that the fields allow fit, too', async () => {
    const words = (length: number) => 'Ordene er lange '.repeat(20).slice(0, length)
    const long = {
      title: words(60),
      topic: words(180),
      place: words(200),
      day: 'onsdag 30. september 2027',
      state: 'moved',
      change: words(200),
    }
    const cancelled = date({ ...long, state: 'cancelled' })
    const notices = [{ title: words(80), text: words(240), until: '2027-01-01T00:00:00+01:00' }]
    const { page } = await open(
      { dates: [cancelled, { ...later, ...long }, { ...later, ...long, kind: 'kurs' }], notices },
      { viewport },
    )
    expect(await dates(page)).toHaveLength(3)
    expect(await lost(page)).toEqual([])
  })
})

describe('the script', () => {
  const script = readFileSync('src/components/screen/screen.js', 'utf8')

  test('runs as it stands in a browser of 2017', async () => {
    const print = (target: ts.ScriptTarget) =>
      ts.transpileModule(script, { compilerOptions: { target } }).outputText
    expect(print(ts.ScriptTarget.ES2017)).toBe(print(ts.ScriptTarget.ESNext))
    expect(print(ts.ScriptTarget.ES2016)).toBe(print(ts.ScriptTarget.ESNext))

    const context = await browser.newContext({ viewport: big })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(() => {
      const forget = (of: object, names: string[]) => {
        for (const name of names) Reflect.deleteProperty(of, name)
      }
      forget(window, ['fetch', 'AbortController', 'structuredClone', 'ResizeObserver', 'queueMicrotask'])
      forget(Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'toSorted'])
      forget(String.prototype, ['replaceAll', 'matchAll', 'trimEnd', 'at'])
      forget(Object, ['fromEntries', 'groupBy', 'hasOwn'])
      forget(Element.prototype, ['replaceChildren', 'toggleAttribute'])
      forget(Promise, ['allSettled', 'any'])
    })
    await page.goto(`${sites.fjordvik.origin}/infoskjerm/`)
    await page.locator('.cafe time').waitFor()
    expect(await page.evaluate(() => typeof fetch)).toBe('undefined')
    expect(errors).toEqual([])
    expect(
      await page.locator('script').evaluateAll((all) => all.map((each) => each.getAttribute('type'))),
    ).toEqual([null])
  })

  test('may ask its own server and no other, and no other page’s inline script may', async () => {
    const policyOf = async (path: string) =>
      (await fetch(sites.fjordvik.origin + path)).headers.get('content-security-policy')
    expect(await policyOf('/infoskjerm/')).toMatch(/script-src 'sha256-[^']+'; connect-src 'self';/)
    expect(await policyOf('/barn-og-unge/kort/')).not.toContain('connect-src')
  })
})
