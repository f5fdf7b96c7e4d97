import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.ts'
import { barriers, startWalk, tabTo, turn, type Walk } from './walk.ts'

let walk: Walk
let desk: Desk
let page: Page
beforeAll(async () => {
  walk = await startWalk()
  desk = await openDesk(walk, 'Solveig Havørn')
  page = await desk.signIn()
})
afterAll(() => walk?.end())

const textOf = () => page.locator('main').innerText()
async function press(name: RegExp): Promise<void> {
  await tabTo(page, name)
  await turn(page, () => page.keyboard.press('Enter'))
  await page.waitForURL('**gjort=**')
}

// One morning, told in order, with the keyboard alone and no script.
test('a day without anything to do is calm', async () => {
  await page.goto('/koordinator/')
  expect(await textOf()).toContain('Ingenting haster i dag')
  expect(await barriers(page)).toEqual([])
})

test('whoever signs up stands there with her number, until the tap that says she was called', async () => {
  const body = new URLSearchParams({ name: 'Per Tast', phone: '55 50 01 43', area: 'Overalt' })
  const sent = await fetch(`${walk.site.origin}/bli-frivillig/`, { method: 'POST', body, redirect: 'manual' })
  expect(sent.status).toBe(303)
  await page.goto('/koordinator/')
  const text = await textOf()
  for (const shown of ['Per Tast', 'Ring 55 50 01 43', 'Ring og ta imot den nye frivillige'])
    expect(text).toContain(shown)
  expect(await barriers(page)).toEqual([])
  await press(/^Ringt: Per Tast$/)
  expect(await textOf()).not.toContain('Per Tast')
  const acts = await walk.site.runtime.db
    .selectFrom('acts')
    .select(['name', 'actor'])
    .orderBy('number')
    .execute()
  expect(acts).toEqual([
    { name: 'sign-up', actor: 'public' },
    { name: 'call', actor: desk.staffId },
  ])
  const lines = await walk.site.runtime.db.selectFrom('audit_lines').select(['act', 'row_id']).execute()
  expect(lines).toContainEqual({ act: 'read', row_id: '/koordinator/' })
})

test('a tap on what somebody else has done says so, and does nothing', async () => {
  const { db } = walk.site.runtime
  const { id } = await db.selectFrom('volunteers').select('id').executeTakeFirstOrThrow()
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const post = (path: string) =>
    fetch(walk.site.origin + path, {
      method: 'POST',
      headers: { cookie, origin: walk.site.origin },
      body: new URLSearchParams(),
      redirect: 'manual',
    })
  const late = await post(`/koordinator/frister/samtale-med-frivillig/${id}/`)
  expect(late.headers.get('location')).toContain('ikke=endret')
  expect((await post(`/koordinator/frister/toString/${id}/`)).status).toBe(404)
  expect(await db.selectFrom('acts').select('name').execute()).toHaveLength(2)
})

test('a need that has changed stands there with the number to call, until somebody has called', async () => {
  const answers = { name: 'Magnhild Endrestad', phone: '55 50 01 44', change: 'times' }
  const address = `${walk.site.origin}/endret-behov/parorende/`
  const sent = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(answers),
    redirect: 'manual',
  })
  expect(sent.status).toBe(303)
  await page.goto('/koordinator/')
  for (const shown of ['Magnhild Endrestad', 'Ring 55 50 01 44', 'Innen tirsdag 24. november'])
    expect(await textOf()).toContain(shown)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Magnhild Endrestad', exact: true }).click()
  await page.waitForURL('**/innsendinger/**')
  await page.goto('/koordinator/')
  expect(await textOf()).toContain('Magnhild')
  await press(/^Ringt: Magnhild Endrestad$/)
  expect(await textOf()).toContain('Samtalen er notert.')
  expect(await textOf()).not.toContain('Magnhild')
})

test('the line on the front page is chosen with one tap', async () => {
  await page.goto('/koordinator/kapasitet/')
  await press(/^Vi trenger flere frivillige$/)
  expect(await textOf()).toContain('Nettstedet sier: Vi trenger flere frivillige.')
  expect(await barriers(page)).toEqual([])
})

test('the address of the calendar is shown once, opens without a cookie, and can be taken back', async () => {
  await page.goto('/koordinator/kalenderadresse/')
  await tabTo(page, /^Lag en adresse$/)
  await turn(page, () => page.keyboard.press('Enter'))
  const address = await page.locator('.letter').innerText()
  expect(await barriers(page)).toEqual([])
  const there = walk.site.origin + new URL(address).pathname
  expect(await (await fetch(there)).text()).toContain('BEGIN:VCALENDAR')
  await page.goto('/koordinator/kalenderadresse/')
  expect(await page.content()).not.toContain(address)
  await press(/^Trekk adressen tilbake$/)
  expect((await fetch(there)).status).toBe(404)
})
