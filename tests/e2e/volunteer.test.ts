import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningSite, startSite } from '../site-server.ts'
import { barriers, tabTo, turn, type Walk, walkAt } from './walk.ts'

/** Everything that is easily lost on the way: an accent, an apostrophe, a letter of ours, and what looks like code. */
const oddName = "Åse-Marié Ø'Næss <script>"
const coordinator = { name: 'Kari Koordinator', email: 'kari@fjordvik.example' }

// The program itself, as it is started: what it says in the terminal is part of the story.
let walk: Walk<RunningSite>
beforeAll(async () => {
  walk = await walkAt(await startSite('hamar'))
})
afterAll(() => walk?.end())

const send = (page: Page) =>
  turn(page, () => page.getByRole('button', { name: 'Meld meg som frivillig' }).click())
async function fillIn(page: Page): Promise<void> {
  const answers: [RegExp, string][] = [
    [/^Hva heter du/, oddName],
    [/^Telefon/, '55 50 01 42'],
    [/^E-post/, 'ase@fjordvik.example'],
    [/^Hvor i kommunen/, 'Ved sjøen'],
  ]
  for (const [name, answer] of answers) await page.getByRole('textbox', { name }).fill(answer)
}
const referenceOn = async (page: Page) =>
  /\b[3-9A-Z]{4}-[3-9A-Z]{4}\b/.exec(await page.locator('main').innerText())?.[0]

// The tests of this file are one story, told in order.
describe('a volunteer with a phone and no script', () => {
  let page: Page
  let reference: string | undefined
  /** The last form that the device sent. */
  let sent: { url: string; body: string; headers: Record<string, string> } | undefined
  beforeAll(async () => {
    page = await walk.newDevice()
    page.on('request', (request) => {
      const body = request.postData()
      if (body === null) return
      const { 'content-type': type = '', origin = '' } = request.headers()
      sent = { url: request.url(), body, headers: { 'content-type': type, origin } }
    })
  })

  test('reads what it is, and what it is not', async () => {
    await page.goto('/')
    await page
      .getByRole('link', { name: /bli frivillig/i })
      .first()
      .click()
    await page.waitForURL('**/bli-frivillig/')
    expect(await page.locator('main').innerText()).toMatch(/kurs/i)
    expect(await barriers(page)).toEqual([])
  })

  test('is told in words what is missing, and keeps what was typed', async () => {
    await page.getByLabel('Hva heter du?').fill(oddName)
    await send(page)
    expect(await page.locator('main').innerText()).toContain('Skriv telefonnummer eller e-post')
    expect(await page.getByLabel('Hva heter du?').inputValue()).toBe(oddName)
    expect(await page.title()).toMatch(/^Feil: /)
    expect(await barriers(page)).toEqual([])
  })

  test('sends the form and gets a receipt with a reference', async () => {
    await fillIn(page)
    await send(page)
    await page.getByRole('heading', { name: /Takk/ }).waitFor()
    reference = await referenceOn(page)
    expect(reference).toBeDefined()
    expect(await barriers(page)).toEqual([])
  })

  test('gets the same receipt when the phone sends twice', async () => {
    expect(sent).toBeDefined()
    const { url, body, headers } = sent ?? { url: '', body: '', headers: {} }
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
    expect(answer.status).toBe(303)
    const { pathname } = new URL(answer.headers.get('location') ?? '', url)
    expect(pathname).toBe(new URL(page.url()).pathname)
  })

  test('gets the same receipt when filling in the same once more', async () => {
    await page.goto('/bli-frivillig/')
    await fillIn(page)
    await send(page)
    await page.getByRole('heading', { name: /Takk/ }).waitFor()
    expect(await referenceOn(page)).toBe(reference)
  })

  test('can do it all with the keyboard alone', async () => {
    const other = await walk.newDevice()
    await other.goto('/bli-frivillig/')
    await tabTo(other, /^Hopp til innholdet$/)
    await other.keyboard.press('Enter')
    await tabTo(other, /Hva heter du/)
    await other.keyboard.type('Per Tast')
    await tabTo(other, /^Telefon/)
    await other.keyboard.type('55500143')
    await tabTo(other, /^Hvor i kommunen/)
    await other.keyboard.type('Overalt')
    await tabTo(other, /^Meld meg som frivillig$/)
    await turn(other, () => other.keyboard.press('Enter'))
    await other.getByRole('heading', { name: /Takk/ }).waitFor()
    expect(await referenceOn(other)).not.toBe(reference)
  })

  test('reaches the coordinator', async () => {
    const { environment, output } = walk.site
    expect(output()).toContain('npm run staff -- add')
    const add = ['run', 'staff', '--', 'add', coordinator.name, coordinator.email, '--role', 'coordinator']
    execFileSync('npm', add, { env: environment, stdio: 'pipe' })

    const desk = await walk.newDevice()
    await desk.goto('/koordinator/')
    expect(new URL(desk.url()).pathname).toBe('/logg-inn/')
    expect(await barriers(desk)).toEqual([])
    await desk.getByLabel(/E-post/).fill(coordinator.email)
    await desk.getByRole('button').click()
    await desk.waitForURL((url) => url.pathname === '/logg-inn/sendt/')
    expect(await barriers(desk)).toEqual([])

    await desk.goto(await signInLink())
    expect(await barriers(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Logg inn' }).click()
    await desk.waitForURL((url) => url.pathname === '/koordinator/')
    expect(await barriers(desk)).toEqual([])

    const day = desk.locator('main')
    const text = await day.innerText()
    for (const shown of [oddName, 'Per Tast', 'Ring og ta imot den nye frivillige', '55 50 01 42'])
      expect(text).toContain(shown)
    expect(await day.locator('script').count()).toBe(0)

    await desk.goto(`/koordinator/innsendinger/${reference}/`)
    const answers = await desk.locator('main').innerText()
    for (const shown of [oddName, 'ase@fjordvik.example', 'Ved sjøen', reference])
      expect(answers).toContain(shown)
    expect(await desk.locator('main script').count()).toBe(0)

    await turn(desk, () => desk.getByRole('button', { name: 'Logg ut' }).click())
    await desk.goto('/koordinator/')
    expect(new URL(desk.url()).pathname).toBe('/logg-inn/')
  })
})

/** The link in the newest mail to the coordinator: without SMTP_URL mail is written as files. */
async function signInLink(): Promise<string> {
  const folder = join(walk.site.dataFolder, 'mail')
  for (let tries = 0; tries < 300; tries++) {
    for (const file of globSync('*.eml', { cwd: folder })) {
      const mail = await PostalMime.parse(readFileSync(join(folder, file)))
      const link = /http\S+\/logg-inn\/bekreft\S+/.exec(mail.text ?? '')?.[0]
      if (link && mail.to?.some((each) => each.address === coordinator.email)) return link
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`expected a mail with a link in ${folder} within 30 seconds, got none`)
}
