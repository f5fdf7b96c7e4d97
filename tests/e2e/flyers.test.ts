import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.ts'
import { barriers, startWalk, turn, type Walk } from './walk.ts'

let walk: Walk
let desk: Desk
let coordinator: Page
beforeAll(async () => {
  walk = await startWalk()
  desk = await openDesk(walk, 'Kari Koordinator')
  coordinator = await desk.signIn()
})
afterAll(() => walk?.end())

const sendAs = (page: Page) =>
  turn(page, () => page.getByRole('button', { name: 'Meld meg som frivillig' }).click())

async function fillIn(page: Page, name: string, phone: string): Promise<void> {
  await page.getByLabel('Hva heter du?').fill(name)
  await page.getByRole('textbox', { name: /^Telefon/ }).fill(phone)
  await page.getByRole('textbox', { name: /^Hvor i kommunen/ }).fill('Ved sjøen')
}

const channels = async () => {
  const rows = await walk.site.runtime.db.selectFrom('submissions').select('channel').execute()
  return rows.map(({ channel }) => channel).sort()
}

// The tests of this file are one story, told in order.
describe('somebody who has seen a flyer at the dentist', () => {
  let page: Page
  let reference = ''
  beforeAll(async () => {
    page = await walk.newDevice()
  })

  test('is told that the flyer will be known, and keeps it through a form with something wrong', async () => {
    await page.goto('/p/frivillig/tannlege')
    expect(new URL(page.url()).pathname).toBe('/bli-frivillig/')
    await sendAs(page)
    expect(await page.title()).toMatch(/^Feil: /)
    expect(await page.locator('main').innerText()).toContain('Du kom hit fra en plakat: Tannlegen.')
    expect(await barriers(page)).toEqual([])
    await fillIn(page, 'Nina Ny', '412 34 561')
    await sendAs(page)
    await page.getByRole('heading', { name: /Takk/ }).waitFor()
    expect(await channels()).toEqual(['tannlege'])
    expect(await page.context().cookies()).toEqual([])
    reference = /\b[3-9A-Z]{4}-[3-9A-Z]{4}\b/.exec(await page.locator('main').innerText())?.[0] ?? ''
  })

  test('has it kept when she tells more on the second page', async () => {
    await page.getByRole('link', { name: 'Fortell litt mer om deg' }).first().click()
    await page.waitForURL('**/fortell-mer/**')
    await page.getByLabel('Gå tur').check()
    await turn(page, () => page.getByRole('button', { name: 'Se over svarene' }).click())
    await turn(page, () => page.locator('button[value=send]').click())
    await page.waitForURL('**/kvittering/**')
    expect(await channels()).toEqual(['tannlege'])
  })

  test('is shown to the coordinator with the flyer', async () => {
    await coordinator.goto(`/koordinator/innsendinger/${reference}/`)
    expect(await coordinator.locator('main').innerText()).toMatch(/Kom fra plakat: Tannlegen/)
    expect(await barriers(coordinator)).toEqual([])
  })
})

test.each(['<script>alert(1)</script>', 'constructor', '../../koordinator', 'x'.repeat(3000)])(
  'a flyer that nobody made is dropped without a word: %s',
  async (channel) => {
    const before = await channels()
    const page = await walk.newDevice()
    await page.goto(`/bli-frivillig/?${new URLSearchParams({ kanal: channel.slice(0, 1500) })}`)
    expect(await page.locator('input[name=_kanal]').count()).toBe(0)
    const key = (await page.locator('input[name=_key]').getAttribute('value')) ?? ''
    const body = new URLSearchParams({
      _key: key,
      _kanal: channel,
      name: `Ola ${before.length}`,
      phone: `412 34 5${10 + before.length}`,
      area: 'Ved sjøen',
    })
    const headers = { origin: walk.site.origin }
    const answer = await fetch(`${walk.site.origin}/bli-frivillig/`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    expect(await channels()).toEqual([...before, null].sort())
  },
)

describe('the figures', () => {
  const rowOf = async (name: string) =>
    await coordinator
      .locator('tr', { has: coordinator.getByRole('rowheader', { name, exact: true }) })
      .last()
      .locator('td')
      .first()
      .innerText()

  test('hide a flyer that brought few', async () => {
    await coordinator.goto('/koordinator/tall/')
    expect(await coordinator.getByRole('heading', { name: 'Påmeldinger etter plakat' }).count()).toBe(1)
    expect(await rowOf('Tannlegen')).toBe('skjult')
    expect(await rowOf('Biblioteket')).toBe('0')
  })

  test('count a flyer that brought many, some with its address typed in capitals', async () => {
    const page = await walk.newDevice()
    await page.goto('/P/Kaffe/BIBLIOTEK')
    await page.getByLabel('Hva heter du?').fill('Gjest A')
    await page.getByRole('textbox', { name: /^Telefon/ }).fill('412 34 570')
    await page.getByRole('textbox', { name: /^Hvor bor/ }).fill('Ved sjøen')
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByRole('button', { name: 'Be om en kaffe' }).click()
    await page.waitForURL('**/kvittering/**')
    // Five more with the same form, each with a name and a number of her own.
    const form = (await sent).postData() ?? ''
    for (const [number, letter] of [...'BCDEF'].entries()) {
      const body = new URLSearchParams(form)
      body.delete('_key')
      body.set('name', `Gjest ${letter}`)
      body.set('phone', `412 34 57${number + 1}`)
      const answer = await fetch(`${walk.site.origin}/ta-en-kaffe/`, {
        method: 'POST',
        body,
        redirect: 'manual',
      })
      expect(answer.status).toBe(303)
    }
    await coordinator.goto('/koordinator/tall/')
    expect(await rowOf('Biblioteket')).toBe('6')
    expect(await rowOf('Tannlegen')).toBe('skjult')
    expect(await barriers(coordinator)).toEqual([])
  })
})
