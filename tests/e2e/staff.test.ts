import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enqueueMail, leaseMail, returnMail } from '#db/outbox.ts'
import { trapField } from '#forms/view.ts'
import { menu, more } from '../../src/components/staff/menu.ts'
import { type Desk, openDesk } from './desk.ts'
import { lookAt } from './look.ts'
import { startWalk, tabTo, turn, type Walk } from './walk.ts'

const oddName = "Åse-Marié Ø'Næss <script>"

let walk: Walk
let desk: Desk
beforeAll(async () => {
  walk = await startWalk()
  desk = await openDesk(walk, 'Solveig Havørn')
  for (const name of [oddName, 'Odd Søppel']) await post(name)
  await giveUpMail()
})
afterAll(() => walk?.end())

/** Somebody, or something, that filled in the field which people do not see: it is held for a person's look. */
async function post(name: string): Promise<void> {
  const answer = await fetch(`${walk.site.origin}/bli-frivillig/`, {
    method: 'POST',
    body: new URLSearchParams({ name, phone: '55 50 01 42', area: 'Ved sjøen', [trapField]: 'x' }),
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
}

async function giveUpMail(): Promise<void> {
  const { db, vault, now } = walk.site.runtime
  const mail = { to: 'kari@hamar.example', subject: 'Takk', text: 'Hei!', kind: 'volunteer confirmation' }
  // Long ago, so that the server, which sends what is due, has no time to take it first.
  await db.transaction().execute(async (trx) => {
    await enqueueMail(trx, vault, { ...mail, now: now().subtract({ hours: 48 }) })
    const leased = await leaseMail(trx, now(), now().add({ minutes: 5 }))
    if (leased) await returnMail(trx, leased, { problem: 'EENVELOPE 550', givenUpAt: now() })
  })
}

/** Opens «Mer» and one of its pages, with the keyboard alone. */
async function goTo(page: Page, label: string): Promise<void> {
  await page.goto('/koordinator/')
  await tabTo(page, /^Hopp til innholdet$/)
  await tabTo(page, /^Mer$/)
  await page.keyboard.press('Enter')
  await press(page, new RegExp(`^${label}$`))
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await turn(page, () => page.keyboard.press('Enter'))
}

const textOf = (page: Page) => page.locator('main').innerText()
/** What the page says was done, which has the focus without any script. */
const said = (page: Page) => page.locator('#gjort:focus').innerText()

// The tests of this block are one story, told in order.
describe('the coordinator, with the keyboard alone and no script', () => {
  let page: Page
  beforeAll(async () => {
    page = await desk.signIn()
  })

  test('sees what is held back, and why', async () => {
    await goTo(page, 'Karantene')
    const text = await textOf(page)
    expect(text).toContain(oddName)
    expect(text).toContain('Et felt som er skjult for mennesker, var fylt ut')
  })

  test('lets in a person with one act, and is told so where she was', async () => {
    await press(page, new RegExp(`^Slipp inn: ${oddName}$`))
    await page.waitForURL('**/karantene/?gjort=sluppet#gjort')
    expect(await said(page)).toContain('sluppet inn')
    expect(await textOf(page)).not.toContain(oddName)
  })

  test('is asked before she deletes, and may leave it be', async () => {
    await press(page, /^Slett: Odd Søppel$/)
    await page.getByRole('heading', { name: 'Slette innsendingen?' }).waitFor()
    await press(page, /^Nei, behold den$/)
    await page.waitForURL('**/karantene/')
    await press(page, /^Slett: Odd Søppel$/)
    await press(page, /^Ja, slett$/)
    await page.waitForURL('**/karantene/?gjort=slettet#gjort')
    expect(await textOf(page)).toContain('Ingenting er holdt tilbake')
  })

  test('finds what was sent by its reference, and stands in its history for having read it', async () => {
    await goTo(page, 'Alle innsendinger')
    await press(page, new RegExp(`^${oddName}$`))
    await page.getByRole('heading', { name: 'Svarene' }).waitFor()
    const reference = await page.locator('.reference').innerText()
    await page.goto('/koordinator/innsendinger/')
    await tabTo(page, /^Finn en referanse/)
    await page.keyboard.type(reference.toLowerCase().replace('-', ' '))
    await turn(page, () => page.keyboard.press('Enter'))
    await page.waitForURL(`**/innsendinger/${reference}/`)
    const text = await textOf(page)
    for (const shown of [
      'Hva heter du?',
      'Ved sjøen',
      'Sluppet inn fra karantene',
      'Lest 2 ganger',
      'Solveig Havørn',
    ])
      expect(text).toContain(shown)
  })

  test('sees an address only when she asks for it, and tries a mail again', async () => {
    await goTo(page, 'E-post som ikke kom fram')
    expect(await textOf(page)).not.toContain('kari@')
    await press(page, /^Bekreftelse til den som skrev$/)
    await page.waitForURL((url) => url.pathname !== '/koordinator/post/')
    expect(await textOf(page)).toContain('kari@hamar.example')
    await press(page, /^Prøv igjen$/)
    await page.waitForURL('**/post/?gjort=**')
    expect(await said(page)).toContain('prøves igjen')
    expect(await textOf(page)).toContain('All e-post er kommet fram')
  })

  test('sees in the log what she has read and done', async () => {
    await goTo(page, 'Hvem har lest og gjort hva')
    const text = await textOf(page)
    for (const act of ['Lest', 'Sluppet inn', 'Slettet', 'E-post prøvd igjen']) expect(text).toContain(act)
    expect(text).not.toMatch(/Åse|Søppel|kari@/)
  })
})

test('every page of the menu can be used by all, on a phone and at a desk, in light and in dark', async () => {
  const page = await desk.signIn({ javaScriptEnabled: true })
  expect(
    await lookAt(
      page,
      [...menu, ...more].map(({ href }) => href),
    ),
  ).toEqual([])
})
