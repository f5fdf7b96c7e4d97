/** The coordinator with volunteers and referrals: with the keyboard alone, and no script. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { listAuditLines } from '#db/audit.ts'
import { setHomeAddress } from '#db/home-address.ts'
import { addMatch, agreeMeeting } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral, listReferrals } from '#db/referrals.ts'
import { addVolunteer, listVolunteers } from '#db/volunteers.ts'
import { type Desk, openDesk } from './desk.ts'
import { lookAt } from './look.ts'
import { startWalk, tabTo, turn, type Walk } from './walk.ts'

const oddName = "Åse-Marié Ø'Næss <script>"
const person = { area: 'Åsen', preferences: noPreferences }

let walk: Walk
let desk: Desk
let page: Page
let matched: string
beforeAll(async () => {
  walk = await startWalk('fjordvik')
  desk = await openDesk(walk, 'Solveig Havørn')
  page = await desk.signIn()
  matched = await meet()
})
afterAll(() => walk?.end())

/** A referral with an agreed meeting and an address. */
async function meet(): Promise<string> {
  const { db, vault, now } = walk.site.runtime
  return db.transaction().execute(async (trx) => {
    const one = { by: 'public', now: now() }
    const volunteer = { ...person, name: 'Ni Regnskog', phone: '+4755500214', email: 'ni@fjordvik.example' }
    const volunteerId = await addVolunteer(trx, vault, { content: volunteer, ...one })
    const content = { ...person, bestTime: [], urgent: false }
    const relative = { name: 'Torbjørg Myrdun', phone: '+4755500262' }
    const referralId = await addReferral(trx, vault, {
      source: 'relative',
      content: { ...content, relative },
      ...one,
    })
    const subject = { table: 'referrals', id: referralId } as const
    await recordAct(trx, vault, { subject, name: 'accept', by: desk.staffId, now: now() })
    const id = await addMatch(trx, vault, { volunteerId, referralId, by: desk.staffId, now: now() })
    const meeting = { date: '2026-11-26', time: '17:00', place: 'Kafeen' }
    await agreeMeeting(trx, vault, { id, meeting, by: desk.staffId, now: now() })
    await setHomeAddress(trx, vault, referralId, 'Storgata 1')
    return referralId
  })
}

async function press(name: RegExp): Promise<void> {
  await tabTo(page, name)
  await turn(page, () => page.keyboard.press('Enter'))
}
async function type(name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(text)
}
async function tick(name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Space')
}
const text = () => page.locator('main').innerText()
const said = () => page.locator('#gjort:focus').innerText()
const idOf = () => new URL(page.url()).pathname.split('/')[3] ?? ''
const volunteerNamed = async (search: string) => {
  const { db, vault } = walk.site.runtime
  return (await listVolunteers(db, vault, { certificate: 'required', search })).rows[0]
}

// The tests of each block are one story, told in order.
describe('a volunteer', () => {
  let path = ''

  test('who calls is written in, and what is missing is said first', async () => {
    await page.goto('/koordinator/frivillige/')
    await press(/^Skriv inn en som ringer$/)
    await page.waitForURL('**/frivillige/ny/')
    await type(/^Navn/, oddName)
    await type(/^Telefon/, '55 50 02 12')
    await type(/^E-post/, 'aase@fjordvik.example')
    await tick(/^Sentrum/)
    await press(/^Lagre$/)
    await page.waitForURL('**/?gjort=ny-frivillig#gjort')
    path = new URL(page.url()).pathname
    expect(await said()).toContain('skrevet inn')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(oddName)
    expect(await text()).toContain('Mangler: Kurset er ikke tatt.')
  })

  test('gets a step with one tap, also when it is tapped twice', async () => {
    const keys = await page.locator('form[action$="/kurs/"] input[name=_key]').inputValue()
    const body = new URLSearchParams({ _key: keys, _til: path }).toString()
    const post = () =>
      page.request.post(`${path}kurs/`, {
        data: body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: walk.site.origin },
      })
    await Promise.all([post(), post()])
    expect((await volunteerNamed('55500212'))?.acts.map(({ name }) => name)).toEqual([
      'sign-up',
      'call',
      'attend-course',
    ])
  })

  test('gets a step on another day, and not on one that has not been', async () => {
    await page.goto(path)
    await press(/^En annen dag: Samtalen er holdt$/)
    await page.waitForURL('**/kurssamtale/')
    await page.locator('#felt-dato').fill('2026-11-20')
    await press(/^Lagre$/)
    await page.waitForURL('**/?gjort=steg#gjort')
    expect(await text()).toContain('fredag 20. november, notert av Solveig Havørn')
    const id = idOf()
    const answer = await page.request.post(`${path}samarbeidsavtale/`, {
      form: { dato: '2026-11-30' },
      headers: { origin: walk.site.origin },
    })
    expect(await answer.text()).toContain('Velg i dag eller en dag før')
    expect((await volunteerNamed('55500212'))?.id).toBe(id)
  })

  test('is free when nothing is missing, and a step that was a mistake is taken back', async () => {
    await page.goto(path)
    for (const step of [
      'Samarbeidsavtalen er signert',
      'Taushetserklæringen er signert',
      'Politiattesten er vist',
    ]) {
      await press(new RegExp(`^${step} i dag$`))
      await page.waitForURL('**/?gjort=steg#gjort')
    }
    expect(await text()).toContain('Ledig')
    await press(/^Angre: Politiattesten er vist$/)
    await page.waitForURL('**/?gjort=angret#gjort')
    expect(await text()).toContain('Mangler: Politiattesten er ikke vist')
  })

  test('is noted about, but never with an identity number', async () => {
    await page.goto(path)
    await type(/^Nytt notat/, 'Nummeret er 13.52.72 480 13')
    await press(/^Lagre notatet$/)
    expect(await text()).toContain('Ta bort fødselsnummeret')
    expect(await page.getByLabel('Nytt notat').inputValue()).toContain('480 13')
    await page.getByLabel('Nytt notat').fill('Kan ikke i juli')
    await press(/^Lagre notatet$/)
    await page.waitForURL('**/?gjort=notat#gjort')
    expect(await text()).toContain('Kan ikke i juli')
    expect(await text()).not.toContain('480 13')
  })

  test('is found by name without the name standing in an address', async () => {
    await page.goto('/koordinator/frivillige/')
    await type(/^Finn en frivillig/, 'åse næss')
    await turn(page, () => page.keyboard.press('Enter'))
    await page.waitForURL('**/frivillige/sok/')
    expect(await text()).toContain(oddName)
    expect(page.url()).not.toMatch(/n%C3%A6ss|næss/)
  })

  test('gets a kind letter when she stops, which is shown before', async () => {
    await page.goto(path)
    await press(/^Slutter ?: /)
    await page.waitForURL('**/slutt/')
    expect(await text()).toContain('Takk for tiden og omtanken')
    await tick(/^Eget ønske/)
    await press(/^Noter at den frivillige slutter$/)
    await page.waitForURL('**/?gjort=sluttet#gjort')
    expect(await text()).toContain('Sluttet: Eget ønske')
    const { db } = walk.site.runtime
    const kinds = (await db.selectFrom('outbox').select('kind').execute()).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'volunteer farewell')).toHaveLength(1)
  })

  test('goes to the volunteer centre as a table that runs nothing', async () => {
    await page.goto('/koordinator/frivillige/')
    const download = page.waitForEvent('download')
    await tabTo(page, /^Last ned for frivilligsentralen$/)
    await page.keyboard.press('Enter')
    const table = readFileSync(await (await download).path(), 'utf8')
    expect(table.startsWith('\uFEFF"Navn";"Telefon"')).toBe(true)
    expect(table).toContain('Ni Regnskog')
  })
})

describe('a referral', () => {
  test('of somebody who calls asks for no more than what is needed', async () => {
    await page.goto('/koordinator/henvendelser/ny/')
    expect(await text()).not.toMatch(/adresse|diagnosen/i)
    await tick(/^Hjemmetjenesten/)
    await type(/^Sone eller avdeling/, 'Sone sør')
    await type(/^Jobbtelefon/, '55 50 01 91')
    await tick(/^Sentrum/)
    await press(/^Lagre$/)
    await page.waitForURL('**/?gjort=ny-henvendelse#gjort')
    expect(await text()).toContain('Sone sør')
    expect(await page.locator('a[href$="/adresse/"]').count()).toBe(0)
    await press(/^Si ja$/)
    await page.waitForURL('**/?gjort=sagt-ja#gjort')
    expect(await text()).toContain('Venter på frivillig')
  })

  test('shows who has read it', async () => {
    const lines = await listAuditLines(walk.site.runtime.db, { table: 'referrals', row: idOf() })
    expect(lines.map(({ act }) => act)).toEqual(['receive', 'read', 'accept', 'read'])
    await page.reload()
    expect(await page.locator('.history').innerText()).toMatch(/Lest[\s\S]*Solveig Havørn/)
  })

  test('keeps the address while a meeting is agreed, and closes quietly after a death', async () => {
    await page.goto(`/koordinator/henvendelser/${matched}/`)
    expect(await text()).toContain('Storgata 1')
    await press(/^Avslutt ?: /)
    await page.waitForURL('**/avslutning/')
    await press(/^Er den som fikk hjelp, død\?$/)
    await page.waitForURL('**/dodsfall/')
    expect(await text()).toContain('Ring den pårørende selv')
    await press(/^Lukk henvendelsen$/)
    await page.waitForURL('**/?gjort=stille#gjort')
    expect(await said()).not.toMatch(/[✓!]/)
    expect(await text()).toContain('Etter dødsfallet')
    expect(await text()).not.toContain('Storgata')
  })
})

describe('whoever asks what is kept about her', () => {
  test('gets all of it, and is erased in two steps', async () => {
    await page.goto('/koordinator/person/')
    await type(/^Telefon/, '55 50 02 12')
    await turn(page, () => page.keyboard.press('Enter'))
    await page.getByRole('heading', { name: 'Vi fant ett sted' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await tick(/^Frivillig, /)
    await press(/^Slett$/)
    await page.getByRole('heading', { name: 'Slette opplysningene?' }).waitFor()
    expect((await volunteerNamed('55500212'))?.content.name).toBe(oddName)
    await press(/^Ja, slett for alltid$/)
    await page.waitForURL('**/person/?gjort=slettet-person#gjort')
    expect(await volunteerNamed('55500212')).toBeUndefined()
    const line = await walk.site.runtime.db
      .selectFrom('audit_lines')
      .selectAll()
      .where('act', '=', 'erase')
      .where('table_name', '=', 'volunteers')
      .executeTakeFirst()
    expect(line?.actor).toBe(desk.staffId)
  })
})

test('the pages about people can be used by all, on a phone and at a desk, in light and in dark', async () => {
  const { db, vault } = walk.site.runtime
  const waiting = (await listReferrals(db, vault, { states: ['accepted'] })).rows[0]?.id
  const ni = (await volunteerNamed('Ni'))?.id
  expect([waiting, ni]).not.toContain(undefined)
  const ofVolunteer = ['', 'kurs/', 'endring/', 'pause/', 'slutt/', 'sammenslaing/']
  const ofReferral = ['', 'endring/', 'avslutning/', 'dodsfall/', 'sammenslaing/']
  const paths = [
    'frivillige/ny/',
    'frivillige/sok/',
    'frivillige/utskrift/',
    ...ofVolunteer.map((each) => `frivillige/${ni}/${each}`),
    'henvendelser/ny/',
    `henvendelser/${matched}/`,
    ...ofReferral.map((each) => `henvendelser/${waiting}/${each}`),
  ]
  const seen = await desk.signIn({ javaScriptEnabled: true })
  expect(
    await lookAt(
      seen,
      paths.map((path) => `/koordinator/${path}`),
    ),
  ).toEqual([])
})
