import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { addMatch, agreeMeeting, signAgreement } from '#db/matches.ts'
import type { Database } from '#db/open.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral } from '#db/referrals.ts'
import { addVolunteer } from '#db/volunteers.ts'
import { type Desk, openDesk } from './desk.ts'
import { lookAt } from './look.ts'
import { startWalk, tabTo, turn, type Walk } from './walk.ts'

const board = '/koordinator/koblinger/'
const hostile = 'Ni <script>alert(1)</script>'

let walk: Walk
let desk: Desk
beforeAll(async () => {
  walk = await startWalk('fjordvik')
  desk = await openDesk(walk, 'Solveig Havørn')
  await walk.site.runtime.db.transaction().execute(async (trx) => {
    await tie(trx, { name: hostile, relative: 'Inger Isbjørk' }, 'proposed')
    await tie(trx, { name: 'Ismail Havtåke', relative: 'Fatima Solskinn' }, 'meeting-agreed')
    await tie(trx, { name: 'Tordis Kvitsand', relative: 'Arnljot Bekkeblom' }, 'running')
  })
})
afterAll(() => walk?.end())

/** A volunteer with everything signed, and a referral that waits, tied so far. */
async function tie(
  trx: Database,
  { name, relative }: { name: string; relative: string },
  as: 'proposed' | 'meeting-agreed' | 'running',
): Promise<string> {
  const { vault, now: clock } = walk.site.runtime
  const [now, by] = [clock(), desk.staffId]
  const content = { name, area: 'Åsen', email: 'ni@fjordvik.example', preferences: noPreferences }
  const volunteerId = await addVolunteer(trx, vault, { content, by, now })
  const subject = { table: 'volunteers', id: volunteerId } as const
  for (const act of [
    'call',
    'attend-course',
    'hold-talk',
    'sign-cooperation',
    'sign-confidentiality',
    'see-certificate',
  ] as const)
    await recordAct(trx, vault, { subject, name: act, by, now })
  const need = {
    relative: { name: relative, phone: '55 50 02 64' },
    area: 'Åsen',
    bestTime: [],
    urgent: false,
  }
  const referral = { source: 'relative', content: { ...need, preferences: noPreferences }, by, now } as const
  const referralId = await addReferral(trx, vault, referral)
  await recordAct(trx, vault, { subject: { table: 'referrals', id: referralId }, name: 'accept', by, now })
  const id = await addMatch(trx, vault, { volunteerId, referralId, by, now })
  if (as === 'proposed') return id
  const meeting = { date: '2026-11-20', time: '17:00', place: 'Biblioteket' }
  await agreeMeeting(trx, vault, { id, meeting, by, now })
  if (as === 'running') {
    await recordAct(trx, vault, { subject: { table: 'matches', id }, name: 'hold-meeting', by, now })
    await signAgreement(trx, vault, { id, agreement, by, now })
  }
  return id
}
const agreement = {
  frequency: 'weekly',
  weekday: 'fri',
  time: '11:00',
  hours: 2,
  startDate: Temporal.PlainDate.from('2026-10-30').toString(),
  reviewDate: '2027-02-05',
  travelCosts: true,
  signedOn: '2026-10-29',
} as const

const column = (page: Page, title: string) => page.locator('.board section', { hasText: title })
const live = () => desk.signIn({ javaScriptEnabled: true, viewport: { width: 1280, height: 900 } })
/** The board of the script is there: its words for who hears are. */
async function openBoard(page: Page): Promise<void> {
  await page.goto(board)
  await page.locator('#tavle-sagt').waitFor({ state: 'attached' })
}

// One story, told in order.
describe('The board', () => {
  test('is lists with links and buttons without script', async () => {
    const page = await desk.signIn()
    await page.goto(board)
    expect(await column(page, 'Møte avtalt').innerText()).toContain('Ismail Havtåke og Fatima Solskinn')
    expect(await column(page, 'I gang').innerText()).toContain('To uker i gang: ring den pårørende')
    await turn(page, () => page.getByRole('button', { name: /^Møtet er holdt\s*: Ismail/ }).click())
    await page.waitForURL('**/koblinger/?gjort=**')
    expect(await page.locator('#gjort').innerText()).toContain('Neste steg er behovsavtalen')
    expect(await column(page, 'Møte holdt').innerText()).toContain('Ismail Havtåke')
  })

  test('shows a name from a stranger as text, and runs no script of it', async () => {
    const page = await live()
    const alerts: string[] = []
    page.on('dialog', (dialog) => void alerts.push(dialog.message()))
    await openBoard(page)
    expect(await column(page, 'Foreslått').innerText()).toContain(hostile)
    expect(alerts).toEqual([])
  })

  test('moves a card by keyboard, asks for the day, says what was done, and undoes it', async () => {
    const page = await live()
    await openBoard(page)
    await tabTo(page, /^Avtal møte: Ni/)
    await page.keyboard.press('Enter')
    const box = page.getByRole('dialog', { name: 'Avtal koblingsmøte' })
    await box.waitFor()
    await box.getByRole('button', { name: 'Avtal møtet' }).click()
    // The browser itself asks for the day first; the server for what is left.
    await box.getByLabel('Dag').fill('2026-11-27')
    await box.getByLabel('Klokkeslett').fill('17:00')
    await box.getByRole('button', { name: 'Avtal møtet' }).click()
    await box.locator('.problem', { hasText: 'Skriv hvor dere møtes' }).waitFor()
    await box.getByLabel('Sted').fill('Biblioteket')
    await page.keyboard.press('Enter')
    await box.waitFor({ state: 'detached' })
    const said = page.locator('#tavle-sagt')
    expect(await said.innerText()).toContain('Koblingsmøtet er avtalt.')
    expect(await said.innerText()).toContain('står nå under «Møte avtalt»')
    expect(await said.getAttribute('role')).toBe('status')
    expect(await page.locator(':focus').innerText()).toContain('Ni')
    await page.getByRole('button', { name: 'Angre' }).press('Enter')
    await column(page, 'Foreslått').getByText(hostile).first().waitFor()
    expect(await said.innerText()).toContain('angret')
  })

  test('moves a card that is dragged, and says why when it cannot be', async () => {
    const page = await live()
    await openBoard(page)
    const card = page.locator('.board-card', { hasText: 'Inger Isbjørk' })
    await card.dragTo(column(page, 'I gang'))
    await page.getByText(/kan ikke flyttes til «I gang»/).waitFor()
    await card.dragTo(column(page, 'Møte avtalt'))
    await page.getByRole('dialog', { name: 'Avtal koblingsmøte' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('and every page below it can be used by all, on a phone and at a desk, in light and in dark', async () => {
    const page = await desk.signIn({ javaScriptEnabled: true })
    await openBoard(page)
    const hrefs = await page
      .locator('.board a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
    const pages = [...new Set(hrefs.flatMap((href) => href ?? []))].filter((href) => href.startsWith(board))
    expect(pages.length).toBeGreaterThan(6)
    const [first = ''] = pages
    const printed = [`${first}dagsorden/`, `${first}avtale/ark/`]
    expect(await lookAt(page, [board, ...pages, ...printed, `${board}?vis=i-gang`])).toEqual([])
  })
})
