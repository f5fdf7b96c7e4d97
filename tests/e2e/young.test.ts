import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedNow } from '../sites.ts'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => {
  walk = await startWalk()
})
afterAll(() => walk?.end())

const elsewhere = 'https://www.yr.no/'
const withScript = { javaScriptEnabled: true }

/** A device that has come from the front page, and for which the other site is there. */
async function cameTo(path: string, options = {}): Promise<Page> {
  const page = await walk.newDevice(options)
  await page.context().route(`${elsewhere}**`, (route) => route.fulfill({ body: 'Været', status: 200 }))
  await page.goto('/')
  await page.goto(path)
  return page
}
/** The same with a clock that stands: nobody knows how fast a machine presses keys. */
async function cameWithClock(path: string): Promise<Page> {
  const page = await cameTo(path, withScript)
  await page.clock.install({ time: fixedNow })
  await page.reload()
  await page.clock.pauseAt(new Date(Date.parse(fixedNow) + 3_600_000))
  return page
}
const wayOut = (page: Page) => page.getByRole('link', { name: 'Forlat siden' })

describe('the way out of a page for children and youth', () => {
  test.each(['/barn/', '/unge/rus/', '/barn-og-unge/', '/barn-og-unge/kort/'])(
    'of %s is in reach without scrolling and works without script',
    async (path) => {
      const page = await cameTo(path)
      const box = await wayOut(page).boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(44)
      expect((box?.y ?? 1000) + (box?.height ?? 0)).toBeLessThanOrEqual(640)
      expect(await wayOut(page).getAttribute('rel')).toBe('noreferrer')
      await wayOut(page).click()
      await page.waitForURL(elsewhere)
    },
  )

  test('replaces the page where script runs, so that Back does not lead to it', async () => {
    const page = await cameTo('/barn/rus/', withScript)
    await wayOut(page).click()
    await page.waitForURL(elsewhere)
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  test('is Shift three times, and tells the other site nothing', async () => {
    const page = await cameWithClock('/unge/psykisk-sykdom/')
    const request = page.waitForRequest(elsewhere)
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift')
    expect((await request).headers().referer).toBeUndefined()
    await page.waitForURL(elsewhere)
  })

  test('is not taken by capital letters or by three presses with time between', async () => {
    const page = await cameWithClock('/barn-og-unge/kort/')
    await page.getByLabel('Dette skjer hjemme').focus()
    for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift']) await page.keyboard.press(key)
    await page.clock.runFor(1_100)
    await page.keyboard.press('Shift')
    await page.clock.runFor(1_100)
    await page.keyboard.press('Shift')
    await page.waitForTimeout(300)
    expect(await page.getByLabel('Dette skjer hjemme').inputValue()).toBe('ABC')
    // The premise: without that time it would have been taken.
    const request = page.waitForRequest(elsewhere)
    await page.keyboard.press('Shift')
    await request
  })
})

describe('the card to an adult', () => {
  const filled = async () => {
    const page = await walk.newDevice(withScript)
    await page.goto('/barn-og-unge/kort/')
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.getByRole('checkbox', { name: 'Redd' }).check()
    await page.getByLabel('Dette skjer hjemme').fill('Mamma er syk.\n'.repeat(12))
    return { page, requests }
  }

  test('is neither sent nor kept', async () => {
    const { page, requests } = await filled()
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    })
    await page.getByRole('button', { name: 'Skriv ut kortet' }).click()
    expect(await page.locator('[data-printed]').count()).toBe(1)
    await page.waitForTimeout(300)
    expect(requests).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await page.context().cookies()).toEqual([])
    await page.reload()
    expect(await page.getByLabel('Dette skjer hjemme').inputValue()).toBe('')
    expect(await page.getByRole('checkbox', { name: 'Redd' }).isChecked()).toBe(false)
  })

  test('could not be sent: the page may connect to nobody', async () => {
    const { page } = await filled()
    const outcome = await page.evaluate(() =>
      fetch('/').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(outcome).toBe('refused')
  })

  test('is all there is on paper, with every line of it', async () => {
    const { page } = await filled()
    await page.emulateMedia({ media: 'print' })
    expect(
      await page.getByRole('heading', { name: 'Dette vil jeg at en voksen skal vite' }).isVisible(),
    ).toBe(true)
    for (const hidden of ['header', 'footer', '.leave', '.talk', 'h1', '.acts'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    const box = page.getByLabel('Dette skjer hjemme')
    expect(await box.evaluate((each) => each.scrollHeight - each.clientHeight)).toBe(0)
  })

  test('is empty again at the press of a button', async () => {
    const { page } = await filled()
    await page.getByRole('button', { name: 'Tøm kortet' }).click()
    expect(await page.getByLabel('Dette skjer hjemme').inputValue()).toBe('')
    expect(await page.getByRole('checkbox', { name: 'Redd' }).isChecked()).toBe(false)
  })

  test('says how to print it where script does not run', async () => {
    const page = await walk.newDevice()
    await page.goto('/barn-og-unge/kort/')
    expect(await page.locator('main').innerText()).toContain('Bruk utskrift i nettleseren')
    expect(await page.getByRole('button').count()).toBe(0)
  })
})

test('no page for children and youth leads to a form', async () => {
  const isYoung = (path: string) => /^\/(barn|unge|barn-og-unge)\//.test(path)
  const seen = new Set<string>(['/barn-og-unge/'])
  const forms: string[] = []
  const htmlOf = async (path: string) => (await fetch(walk.site.origin + path)).text()
  const holdsForm = (html: string) => /<form\s[^>]*method="?post/i.test(html)
  expect(holdsForm(await htmlOf('/bli-frivillig/'))).toBe(true)
  for (const path of seen) {
    const html = await htmlOf(path)
    if (holdsForm(html)) forms.push(path)
    if (!isYoung(path)) continue
    for (const [, link = ''] of html.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)) seen.add(link)
  }
  expect([...seen].filter(isYoung).length).toBeGreaterThan(20)
  expect(forms).toEqual([])
})
