/**
 * One volunteer and one referral through the seven steps of the model, with the days that it prescribes. The server
 * starts again for each day, with the clock set to it, on one data folder: as a deployment lives through a winter.
 */

import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meetingPoints, meetingQuestions } from '#casework/meeting-agenda.ts'
import { addStaff } from '#db/staff.ts'
import { signInAt } from './desk.ts'
import { startWalk, turn } from './walk.ts'

const volunteer = "Åse-Marié Ø'Næss"
const relative = 'Torbjørg Myrdun'
const ward = 'Sone nord'

let dataFolder: string
let staffId: string | undefined
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'pusterom-steps-'))
})
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

/** One day, at nine in the morning in Oslo, as the coordinator. */
async function on(date: string, live: (page: Page) => Promise<void>): Promise<void> {
  const now = Temporal.PlainDateTime.from(`${date}T09:00`).toZonedDateTime('Europe/Oslo').toInstant()
  const walk = await startWalk('fjordvik', { PUSTEROM_DATA: dataFolder, PUSTEROM_NOW: now.toString() })
  try {
    const { db, vault } = walk.site.runtime
    const person = { name: 'Solveig Havørn', email: 'solveig@fjordvik.example', role: 'coordinator' as const }
    staffId ??= (await addStaff(db, vault, { ...person, now })).id
    await live(await signInAt(walk, staffId))
  } finally {
    await walk.end()
  }
}

const main = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string | RegExp) =>
  turn(page, () => page.getByRole('button', { name }).first().click())
const follow = (page: Page, name: string | RegExp) =>
  turn(page, () => page.getByRole('link', { name }).first().click())
/** A field by how its label begins. */
const field = (page: Page, label: string) =>
  page.getByLabel(new RegExp(`^\\s*${label.replace('?', '\\?')}`)).first()
/** What the page says was done. */
const said = (page: Page) => page.locator('#gjort').innerText()

/** What stands on the coordinator's first page about somebody: what is to be done, and how it stands. */
async function dueToday(page: Page, words: string): Promise<string> {
  await page.goto('/koordinator/')
  const rows = await page.locator('main .row').allInnerTexts()
  return rows.filter((row) => row.includes(words)).join('\n')
}

async function openVolunteer(page: Page): Promise<void> {
  await page.goto('/koordinator/frivillige/')
  await follow(page, volunteer)
}
async function openReferral(page: Page, name: string): Promise<void> {
  await page.goto('/koordinator/henvendelser/?vis=alle')
  await follow(page, name)
}
async function openMatch(page: Page, list = ''): Promise<void> {
  await page.goto(`/koordinator/koblinger/${list}`)
  await follow(page, new RegExp(`^${volunteer} og ${relative}`))
}

// One story, told in order.
describe('One volunteer and one referral', () => {
  test('begin with a form each, answered within two working days', async () => {
    await on('2026-11-20', async (page) => {
      await page.goto('/bli-frivillig/')
      await field(page, 'Hva heter du').fill(volunteer)
      await field(page, 'E-post').fill('aase@fjordvik.example')
      await field(page, 'Åsen').check()
      await press(page, 'Meld meg som frivillig')
      await page.waitForURL('**/kvittering/**')
      await page.goto('/meld-behov/')
      await field(page, 'Sone eller avdeling').fill(ward)
      await field(page, 'Jobbtelefon').fill('55 50 01 90')
      await field(page, 'Åsen').check()
      await field(page, 'Fredag før 12').check()
      await field(page, 'Det haster').check()
      await field(page, 'Den pårørende har sagt ja').check()
      await press(page, 'Meld behovet')
      await page.waitForURL('**/kvittering/**')
      // Friday: the second working day after it is Tuesday.
      for (const name of [volunteer, ward]) expect(await dueToday(page, name)).toContain('24. november')
      const pressing = page.locator('section', { has: page.getByRole('heading', { name: 'Haster' }) })
      expect(await pressing.innerText()).toContain(ward)
      expect(await pressing.innerText()).not.toContain(volunteer)
    })
    await on('2026-11-24', async (page) => {
      for (const name of [volunteer, ward]) expect(await dueToday(page, name)).not.toBe('')
      await openVolunteer(page)
      await press(page, 'Vi har snakket sammen i dag')
      await openReferral(page, ward)
      await press(page, 'Har ringt')
      await press(page, 'Si ja')
      for (const name of [volunteer, ward]) expect(await dueToday(page, name)).toBe('')
      await openReferral(page, ward)
      await follow(page, /fra samtalen/)
      await field(page, 'Navnet på den pårørende').fill(relative)
      await field(page, 'Telefonen til den pårørende').fill('55 50 02 62')
      await press(page, 'Lagre')
      expect(await main(page)).toContain(relative)
    })
  }, 120_000)

  test('course, talk, agreements and certificate make the volunteer free, and nothing less', async () => {
    await on('2026-11-27', async (page) => {
      await openReferral(page, relative)
      await follow(page, 'Se hvem som passer')
      expect(await main(page)).toContain('Mangler: Kurset er ikke tatt. 4 steg til står igjen.')
      expect(await page.getByRole('button', { name: /^Foreslå kobling/ }).count()).toBe(0)
      await openVolunteer(page)
      for (const step of [
        'Kurset er tatt i dag',
        'Samtalen er holdt i dag',
        'Samarbeidsavtalen er signert i dag',
        'Taushetserklæringen er signert i dag',
      ]) {
        await press(page, step)
        expect(await page.locator('main .state').first().innerText()).not.toContain('Ledig')
      }
      await press(page, 'Politiattesten er vist i dag')
      expect(await page.locator('main .state').first().innerText()).toContain('Ledig')
    })
  }, 60_000)

  test('are proposed with reasons in words, and meet on a day that mail tells without names', async () => {
    await on('2026-11-27', async (page) => {
      await openReferral(page, relative)
      await follow(page, 'Se hvem som passer')
      const row = page.locator('.fits .row', { hasText: volunteer })
      expect(await row.innerText()).toContain('Samme område: Åsen')
      expect(await row.innerText()).toContain('Spør den frivillige når det passer')
      await press(page, /^Foreslå kobling/)
      expect(await said(page)).toContain('foreslått')
      // Five working days after Friday.
      expect(await main(page)).toMatch(/Avtal koblingsmøte\s+· fredag 4\. desember/)
      await follow(page, 'Avtal møte')
      await page.getByLabel('Dag', { exact: true }).fill('2026-12-02')
      await field(page, 'Klokkeslett').fill('17:00')
      await field(page, 'Sted').fill('Hjemme hos henne')
      await field(page, 'Hjemmeadresse').fill('Lia 4')
      await press(page, 'Avtal møtet')
      expect(await said(page)).toContain('avtalt')
      const text = await main(page)
      expect(text).toContain('Onsdag 2. desember kl. 17.00')
      expect(text).toContain('Lia 4')
      await follow(page, 'Skriv ut dagsorden')
      const agenda = await main(page)
      for (const prompt of [...meetingQuestions, ...meetingPoints, 'Livsarket'])
        expect(agenda).toContain(prompt)
      expect(agenda).not.toMatch(/Torbjørg|Åse|Lia 4/)
      await expect.poll(mailAbout, { timeout: 45_000 }).toHaveLength(2)
    })
    for (const file of mailAbout()) {
      const { subject, text, attachments } = await PostalMime.parse(file)
      const invitation = new TextDecoder().decode(attachments[0]?.content as ArrayBuffer)
      expect(invitation).toContain('DTSTART;TZID=Europe/Oslo:20261202T170000')
      expect(invitation).toContain('DTEND;TZID=Europe/Oslo:20261202T173000')
      expect([subject, text, invitation].join()).not.toMatch(/Torbjørg|Myrdun|Næss|Lia 4|Hjemme/)
    }
  }, 60_000)

  test('agree on paper within a week of the meeting, and begin', async () => {
    await on('2026-12-02', async (page) => {
      expect(await dueToday(page, volunteer)).toContain('Koblingsmøte')
      await openMatch(page)
      await press(page, 'Møtet er holdt')
      expect(await main(page)).toContain('onsdag 9. desember')
      await follow(page, 'Skriv avtale')
      await field(page, 'Første gang').fill('2026-12-04')
      await press(page, 'Lagre avtalen')
      expect(await main(page)).toContain('Velg hvor ofte')
      await field(page, 'Hvor ofte?').selectOption('weekly')
      await field(page, 'Ukedag').selectOption('fri')
      await field(page, 'Klokkeslett').fill('11:00')
      await field(page, 'Timer hver gang').fill('2')
      await field(page, 'Når ser dere over avtalen?').fill('2027-03-05')
      await field(page, 'Dekkes reiseutgiftene').selectOption('no')
      await press(page, 'Lagre avtalen')
      expect(await said(page)).toContain('to uker etter start')
      const text = await main(page)
      expect(text).toContain('Hver uke, fredag kl. 11.00, 2 timer')
      expect(text).toContain('Nei, de dekkes ikke')
      for (const whom of ['den frivillige', 'den pårørende'])
        expect(text).toContain(`To uker i gang: ring ${whom}`)
      expect(text.match(/fredag 18\. desember/g)?.length).toBeGreaterThan(1)
    })
  }, 60_000)

  test('are both called fourteen days after the start, and not before', async () => {
    await on('2026-12-10', async (page) => {
      expect(await dueToday(page, volunteer)).not.toContain('skulle')
    })
    await on('2026-12-18', async (page) => {
      expect(await dueToday(page, 'To uker i gang')).not.toBe('')
      for (const whom of ['den frivillige', 'den pårørende']) {
        await openMatch(page)
        await follow(page, `Ring ${whom}`)
        expect(await main(page)).toContain('Hvordan går det?')
        await press(page, 'Vi har snakket sammen')
        expect(await said(page)).toContain('Samtalen er notert')
      }
      expect(await dueToday(page, 'To uker i gang')).toBe('')
    })
    // Six weeks after the first start.
    await on('2027-01-15', async (page) => {
      expect(await dueToday(page, 'veiledning')).not.toBe('')
    })
  }, 120_000)

  test('look at the agreement on its day, and change it by the route of the model', async () => {
    await on('2027-03-05', async (page) => {
      expect(await dueToday(page, 'Se over behovsavtalen')).not.toBe('')
      await openMatch(page)
      await follow(page, 'Se over avtalen')
      await field(page, 'Når ser dere over den neste gang').fill('2027-06-04')
      await press(page, 'Avtalen er sett over')
      expect(await main(page)).toContain('fredag 4. juni')
      await follow(page, 'Noe skal endres')
      await field(page, 'Hvem sa fra?').selectOption('relative')
      await press(page, 'Gå videre til avtalen')
      await field(page, 'Ukedag').selectOption('tue')
      await field(page, 'Gjelder fra').fill('2027-03-09')
      await field(page, 'Når ser dere over avtalen?').fill('2027-06-08')
      await press(page, 'Lagre avtalen')
      const text = await main(page)
      expect(text).toContain('Hver uke, tirsdag kl. 11.00, 2 timer')
      expect(text).toContain('den pårørende sa fra')
    })
  }, 60_000)

  test('part when the volunteer stops, and the need waits again until it is over', async () => {
    await on('2027-03-19', async (page) => {
      await openMatch(page)
      await follow(page, 'Avslutt oppdraget')
      await field(page, 'Hvorfor slutter det').selectOption('volunteer-stopped')
      await press(page, 'Avslutt oppdraget')
      const text = await main(page)
      expect(text).toContain('Avsluttet')
      expect(text).not.toContain('Lia 4')
      await openReferral(page, relative)
      expect(await page.locator('main .state').first().innerText()).toContain('Venter på frivillig')
      await openVolunteer(page)
      expect(await page.locator('main .state').first().innerText()).toContain('Ledig')
      await openReferral(page, relative)
      await follow(page, 'Avslutt')
      await field(page, 'Det er ikke behov lenger').check()
      await press(page, 'Avslutt')
      // The second working day after Friday 19 March.
      expect(await dueToday(page, 'journalen')).toContain('23. mars')
      await page.goto('/koordinator/henvendelser/?vis=lukket')
      await follow(page, relative)
      await press(page, 'Har bedt primærkontakten skrive i journalen')
      expect(await dueToday(page, 'journalen')).toBe('')
    })
  }, 60_000)
})

/** The mails about the meeting, as the server wrote them. */
function mailAbout(): string[] {
  const folder = join(dataFolder, 'mail')
  return globSync('*volunteer-meeting*.eml', { cwd: folder }).map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  )
}
