import nodeIcal from 'node-ical'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => {
  walk = await startWalk()
})
afterAll(() => walk?.end())

describe('a relative with a phone and no script', () => {
  test('meets two doors, and the situations before the word pårørende', async () => {
    const page = await walk.newDevice()
    await page.goto('/')
    const text = await page.locator('main').innerText()
    for (const door of [/voksen/i, /barn/i])
      expect(await page.getByRole('link', { name: door }).count()).toBeGreaterThan(0)
    const situation = text.search(/alene med omsorgen/i)
    expect(situation).toBeGreaterThan(-1)
    expect(text.search(/pårørende/i)).toBeGreaterThan(situation)
  })

  test('reaches what most come for within two taps of the front page', async () => {
    const linksOn = async (path: string) => {
      const html = await (await fetch(walk.site.origin + path)).text()
      return [...html.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)].map(([, link = '']) => link)
    }
    const first = new Set(await linksOn('/'))
    const second = await Promise.all([...first].map(linksOn))
    expect([...first, ...second.flat()]).toEqual(
      expect.arrayContaining([
        '/rettigheter/avlastning/',
        '/rettigheter/hvem-er-parorende/',
        '/rettigheter/klage-kommunen/',
        '/kafe/etter-pa/',
        '/bli-frivillig/',
      ]),
    )
  })

  test('who is young finds the help lines first, and their number at the top', async () => {
    const page = await walk.newDevice()
    await page.goto('/')
    await page.getByRole('link', { name: /barn eller ungdom/i }).click()
    await page.waitForURL('**/barn-og-unge/')
    const phones = await page.locator('a[href^="tel:"]').allInnerTexts()
    expect(phones[0]).toContain('116 111')
    const headings = await page.locator('main').getByRole('heading').allInnerTexts()
    expect(headings[0]).toMatch(/snakke med/i)
  })

  test('sees the next dates of Kafé Etter-På, and that they are not confirmed', async () => {
    const page = await walk.newDevice()
    await page.goto('/kafe/etter-pa/')
    const dates = await page
      .locator('main time[datetime]')
      .evaluateAll((all) => all.map((t) => t.getAttribute('datetime')))
    expect(dates.filter((date) => (date ?? '') > '2026-11-21').length).toBeGreaterThan(1)
    expect(await page.locator('main').innerText()).toContain('Ikke bekreftet – ring først')
  })

  test.each(['/kafe/etter-pa.ics', '/kalender.ics'])('subscribes to %s', async (path) => {
    const response = await fetch(walk.site.origin + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/calendar/)
    const dates = Object.values(nodeIcal.sync.parseICS(await response.text())).filter(
      (each) => each?.type === 'VEVENT',
    )
    expect(dates.length).toBeGreaterThan(1)
    for (const date of dates) expect(date).toMatchObject({ status: 'TENTATIVE' })
  })
})
