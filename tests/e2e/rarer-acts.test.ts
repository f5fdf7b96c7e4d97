/** What a coordinator seldom does: each act pressed as she would, without script, and looked up where it must show. */
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { listAbsences } from '#db/absences.ts'
import { listAuditLines } from '#db/audit.ts'
import { addMatch, agreeMeeting, listMatchFacts, signAgreement } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral } from '#db/referrals.ts'
import { addStaff } from '#db/staff.ts'
import { addVolunteer } from '#db/volunteers.ts'
import { type Desk, openDesk } from './desk.ts'
import { startWalk, turn, type Walk } from './walk.ts'

const name = "Åse-Marié Ø'Næss"
const [phone, said] = ['+4755500212', '55 50 02 12']
const agreement = {
  frequency: 'weekly',
  weekday: 'fri',
  time: '11:00',
  hours: 2,
  startDate: '2026-10-30',
  reviewDate: '2027-02-05',
  travelCosts: true,
  signedOn: '2026-10-29',
} as const
const relative = { name: 'Torbjørg Myrdun', phone: '+4755500262' }

let walk: Walk
let desk: Desk
let page: Page
/** The records that there are, by what becomes of them. */
let ids: Record<'volunteer' | 'double' | 'declined' | 'withdrawn' | 'running' | 'met', string>
beforeAll(async () => {
  walk = await startWalk('fjordvik')
  desk = await openDesk(walk, 'Solveig Havørn')
  const { db, vault, now } = walk.site.runtime
  const deputy = { name: 'Per Vikar', email: 'vikar@fjordvik.example', role: 'deputy' as const, now: now() }
  await addStaff(db, vault, deputy)
  ids = await seed()
  page = await desk.signIn()
})
afterAll(() => walk?.end())

function seed() {
  const { db, vault, now } = walk.site.runtime
  const one = { by: 'public', now: now() }
  const hers = { area: 'Åsen', preferences: noPreferences }
  return db.transaction().execute(async (trx) => {
    const add = (more: object) =>
      addVolunteer(trx, vault, { content: { ...hers, name, phone, ...more }, ...one })
    const refer = () =>
      addReferral(trx, vault, {
        source: 'relative',
        content: { ...hers, relative, bestTime: [], urgent: false },
        ...one,
      })
    const ni = await add({ name: 'Ni Regnskog', phone: '+4755500214' })
    const meet = async () => {
      const [by, referralId] = [desk.staffId, await refer()]
      const subject = { table: 'referrals', id: referralId } as const
      await recordAct(trx, vault, { subject, name: 'accept', by, now: now() })
      const id = await addMatch(trx, vault, { volunteerId: ni, referralId, by, now: now() })
      const meeting = { date: '2026-11-26', time: '17:00', place: 'Kafeen' }
      await agreeMeeting(trx, vault, { id, meeting, by, now: now() })
      return { id, referralId }
    }
    const [met, running] = [await meet(), await meet()]
    await signAgreement(trx, vault, { id: running.id, agreement, by: desk.staffId, now: now() })
    const volunteer = await add({ email: 'aase@fjordvik.example' })
    const [double, declined, withdrawn] = [await add({ name: 'Åse Næss' }), await refer(), await refer()]
    return { volunteer, double, declined, withdrawn, running: running.referralId, met: met.referralId }
  })
}

const text = () => page.locator('main').innerText()
const flash = () => page.locator('#gjort').innerText()
const state = () => page.locator('main .state').first().innerText()
const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
const click = (name: string | RegExp) => turn(page, () => button(name).click())
const follow = (name: string | RegExp) => turn(page, () => page.getByRole('link', { name }).first().click())
const open = (path: string) => page.goto(`/koordinator/${path}${path.includes('?') ? '' : '/'}`)
async function press(name: string | RegExp): Promise<string> {
  await click(name)
  await page.waitForURL('**gjort=**')
  return flash()
}

/** A double click of somebody in a hurry: the same form sent twice at the same time. */
async function pressTwice(name: string | RegExp): Promise<void> {
  const { action, data } = await button(name).evaluate((element) => {
    const form = element.closest('form') as HTMLFormElement
    const fields = [...new FormData(form)].map(([key, value]) => [key, String(value)])
    return { action: form.action, data: new URLSearchParams(fields).toString() }
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: walk.site.origin }
  const post = () => page.request.post(action, { data, headers, maxRedirects: 0 })
  for (const answer of await Promise.all([post(), post()]))
    expect(answer.headers().location).toContain('gjort=')
}

const actsOf = async (table: 'volunteers' | 'referrals', id: string) =>
  (
    await walk.site.runtime.db
      .selectFrom('acts')
      .select('name')
      .where('subject_table', '=', table)
      .where('subject_id', '=', id)
      .orderBy('number')
      .execute()
  ).map((act) => act.name)

const folder = () => join(walk.site.dataFolder, 'mail')
/** Whole ones: a mail that is being written has another name. */
const mailOf = (kind: string) => globSync(`*${kind}*.eml`, { cwd: folder() })
async function theMail(kind: string) {
  await expect.poll(() => mailOf(kind), { timeout: 45_000 }).toHaveLength(1)
  return PostalMime.parse(readFileSync(join(folder(), mailOf(kind)[0] ?? ''), 'utf8'))
}

// Each block is one story, told in order.
describe('a volunteer', () => {
  test('has a step taken back that was a mistake, and both stand in the history', async () => {
    await open(`frivillige/${ids.volunteer}`)
    await pressTwice('Kurset er tatt i dag')
    expect(await actsOf('volunteers', ids.volunteer)).toEqual(['sign-up', 'attend-course'])
    await open(`frivillige/${ids.volunteer}`)
    await pressTwice(/^Angre ?: Kurset er tatt/)
    expect(await actsOf('volunteers', ids.volunteer)).toEqual(['sign-up', 'attend-course', 'undo'])
    await open(`frivillige/${ids.volunteer}`)
    expect(await button('Kurset er tatt i dag').count()).toBe(1)
    expect(await page.locator('.history').innerText()).toMatch(/Gikk på kurs[\s\S]*Angret: gikk på kurs/)
  })

  test('is never noted about with an identity number, and what else was written is kept', async () => {
    await page.getByLabel('Nytt notat').fill('Liker hager. 13527248013')
    await click('Lagre notatet')
    expect(await text()).toContain('Ta bort fødselsnummeret')
    expect(await page.getByLabel('Nytt notat').inputValue()).toBe('Liker hager. 13527248013')
    expect(await actsOf('volunteers', ids.volunteer)).not.toContain('note')
    await page.getByLabel('Nytt notat').fill('Liker hager.')
    await press('Lagre notatet')
    expect(await text()).toContain('Liker hager.')
  })

  test('rests with a letter that says nothing about her, and comes back', async () => {
    await follow(/^Pause/)
    expect(await text()).toContain('Nå har du pause som frivillig')
    await page.getByLabel('Når er pausen over?').fill('2026-12-31')
    await pressTwice('Start pausen')
    const { subject, text: letter } = await theMail('volunteer-pause')
    expect(letter).toContain('torsdag 31. desember')
    expect(`${subject} ${letter}`).not.toMatch(/Åse|Næss|55 ?50 ?02 ?12|aase/)
    await open(`frivillige/${ids.volunteer}`)
    expect(await state()).toContain('Pause')
    expect(await press('Er tilbake fra pausen')).toContain('er tilbake')
    expect(await state()).not.toContain('Pause')
    expect((await actsOf('volunteers', ids.volunteer)).slice(-2)).toEqual(['pause', 'resume'])
  })

  test('who signed up twice becomes one, after both were compared', async () => {
    await open(`frivillige/${ids.double}`)
    await follow(/^Slå sammen/)
    await follow(name)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Slå sammen de to?')
    for (const shown of ['Åse Næss', name, 'aase@fjordvik.example', 'kan ikke angres'])
      expect(await text()).toContain(shown)
    await page.getByLabel('Behold denne').nth(1).check()
    expect(await press('Slå sammen')).toContain('slått sammen')
    expect(new URL(page.url()).pathname).toBe(`/koordinator/frivillige/${ids.volunteer}/`)
    await open(`frivillige/${ids.double}`)
    expect(new URL(page.url()).pathname).toBe(`/koordinator/frivillige/${ids.volunteer}/`)
    await open('frivillige')
    expect(await text()).not.toContain('Åse Næss')
  })

  test('stops with a kind letter, and may begin again', async () => {
    await open(`frivillige/${ids.volunteer}`)
    await follow(/^Slutter/)
    await page.getByLabel('Flyttet').check()
    await pressTwice('Noter at den frivillige slutter')
    const { text: letter } = await theMail('volunteer-farewell')
    expect(letter).toContain('Takk for tiden og omtanken')
    expect(letter).not.toMatch(/Åse|Næss|Flyttet/)
    await open(`frivillige/${ids.volunteer}`)
    expect(await text()).toContain('Sluttet: Flyttet')
    await press('Begynner igjen')
    expect((await actsOf('volunteers', ids.volunteer)).slice(-2)).toEqual(['end', 'return'])
  })
})

describe('a referral', () => {
  test('gets a no only with a reason, which stands there, and may be opened again', async () => {
    await open(`henvendelser/${ids.declined}`)
    await follow(/^Si nei/)
    // The browser itself asks for the reason.
    await button('Noter at dere sa nei').click()
    expect(await actsOf('referrals', ids.declined)).toEqual(['receive'])
    await page.getByLabel('Bor i en annen kommune').check()
    await pressTwice('Noter at dere sa nei')
    await open(`henvendelser/${ids.declined}`)
    expect(await state()).toContain('Sagt nei')
    expect(await text()).toContain('Bor i en annen kommune')
    await press('Åpne igjen')
    expect(await actsOf('referrals', ids.declined)).toEqual(['receive', 'decline', 'reopen'])
  })

  test('is withdrawn after a question', async () => {
    await open(`henvendelser/${ids.withdrawn}`)
    await follow(/^Trukket/)
    await pressTwice('Ja, noter at den er trukket')
    await open(`henvendelser/${ids.withdrawn}`)
    expect(await state()).toContain('Trukket')
    expect(await actsOf('referrals', ids.withdrawn)).toEqual(['receive', 'withdraw'])
  })

  test.each([
    ['running', 'end'],
    ['met', 'decide-against'],
  ] as const)(
    'closes quietly after a death when it is %s, and the volunteer is called',
    async (which, end) => {
      await open(`henvendelser/${ids[which]}`)
      await follow(/^Avslutt/)
      await follow('Er den som fikk hjelp, død?')
      expect(await press('Lukk henvendelsen')).not.toMatch(/[✓!]/)
      expect(await text()).toContain('Snakk med den frivillige, som også har mistet noen.')
      await pressTwice('Jeg har snakket med den frivillige')
      const [match] = await listMatchFacts(walk.site.runtime.db, { referralId: ids[which] })
      expect(match?.acts.slice(-2).map((act) => act.name)).toEqual([end, 'call-volunteer'])
      await open(`henvendelser/${ids[which]}/?gjort=snakket-stille#gjort`)
      expect(await flash()).toBe('Samtalen er notert.')
      expect(await button('Jeg har snakket med den frivillige').count()).toBe(0)
      expect(readdirSync(folder()).filter((file) => !/volunteer-(pause|farewell)/.test(file))).toEqual([])
    },
  )
})

test('an absence that is sent twice is one absence', async () => {
  const { db, now } = walk.site.runtime
  await open('fravaer')
  await page.getByLabel('Siste dag').fill('2026-12-01')
  await pressTwice('Lagre')
  const absences = await listAbsences(db, now())
  expect(absences.map(({ until }) => until)).toEqual(['2026-12-01'])
  const lines = await listAuditLines(db, { table: 'absences', row: absences[0]?.id ?? '' })
  expect(lines.map(({ act }) => act)).toEqual(['note-absence'])
})

async function seek(): Promise<void> {
  await open('person')
  await page.getByLabel('Navn').fill(name)
  await click('Finn')
}

test('whoever asks to be erased is found nowhere, and that it was done stands', async () => {
  await seek()
  await page.getByLabel(/^\s*Frivillig, /).check()
  await click('Vis alt til utskrift')
  for (const shown of [said, '21. november 2026', 'Liker hager.']) expect(await text()).toContain(shown)
  expect(await text()).not.toMatch(/\+47|2026-/)
  await seek()
  await page.getByLabel(/^\s*Frivillig, /).check()
  await click('Slett')
  expect(await text()).toContain('Dette slettes for alltid')
  await pressTwice('Ja, slett for alltid')
  await seek()
  expect(await text()).toContain('Vi har ingenting')
  for (const path of ['frivillige', 'frivillige/utskrift', `frivillige/${ids.volunteer}`]) {
    await open(path)
    expect(await page.content()).not.toMatch(/Næss|Liker hager|aase@/)
  }
  const lines = await listAuditLines(walk.site.runtime.db, { table: 'volunteers', row: ids.volunteer })
  expect(lines.filter(({ act }) => act === 'erase').map(({ actor }) => actor)).toEqual([desk.staffId])
})

test.each(['reader', 'editor'] as const)('none of this is there to the %s', async (role) => {
  const other = await (await openDesk(walk, 'Kari Blikk', role)).signIn()
  expect((await other.request.get('/koordinator/min-tilgang/')).status()).toBe(200)
  for (const path of [
    ...['', 'pause/', 'slutt/', `sammenslaing/${ids.double}/`].map(
      (act) => `frivillige/${ids.volunteer}/${act}`,
    ),
    ...['', 'nei/', 'trekking/', 'dodsfall/'].map((act) => `henvendelser/${ids.met}/${act}`),
    'person/',
    'fravaer/',
  ]) {
    const url = `/koordinator/${path}`
    expect([path, (await other.request.get(url)).status()]).toEqual([path, 404])
    const posted = await other.request.post(url, { form: {}, headers: { origin: walk.site.origin } })
    expect([path, posted.status()]).toEqual([path, 404])
  }
})
