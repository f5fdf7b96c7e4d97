import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { courseSchema, toCourse } from '#calendar/course.ts'
import { receive } from '#intake/receive.ts'
import { findMunicipality } from '#publish/municipality.ts'
import { fields } from '../forms/fjordvik.ts'
import { sender } from '../intake/desk.ts'
import { courseForm } from '../intake/seats/course-form.ts'
import { barriers, startWalk, turn, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => {
  walk = await startWalk('fjordvik')
  await takeSeats(15)
})
afterAll(() => walk?.end())

const slug = 'varkurs-2027'

/** Others take their seats through the same door, without a browser. */
async function takeSeats(many: number): Promise<void> {
  const { db, vault, now } = walk.site.runtime
  const municipality = await findMunicipality('content', 'fjordvik')
  if (!municipality) throw new Error('expected content/municipalities/fjordvik, got nothing')
  const data = parse(readFileSync(`content/municipalities/fjordvik/courses/${slug}.yaml`, 'utf8'))
  const course = toCourse(slug, courseSchema.parse(data), municipality)
  for (let index = 1; index <= many; index++) {
    const typed = fields({ name: `Nummer ${index}`, phone: `55 50 03 ${10 + index}` })
    await receive({ db, vault, now }, sender, courseForm(course), typed)
  }
}

async function signUp(page: Page, name: string, email: string): Promise<string> {
  await page.goto(`/kurs/${slug}/`)
  await turn(page, () => page.getByRole('link', { name: 'Meld deg på' }).first().click())
  const shown = await page.locator('main').innerText()
  expect(await barriers(page)).toEqual([])
  await page.getByLabel(/Hva heter du/).fill(name)
  await page.getByRole('textbox', { name: /^E-post/ }).fill(email)
  await turn(page, () => page.getByRole('button', { name: 'Meld meg på' }).click())
  expect(await barriers(page)).toEqual([])
  return shown
}

/** The link in the newest mail to somebody: without SMTP_URL mail is written as files. */
async function linkIn(kind: string, to: string): Promise<string> {
  const folder = join(walk.site.dataFolder, 'mail')
  for (let tries = 0; tries < 300; tries++) {
    // The folder comes with the first mail.
    for (const file of globSync(`*${kind}*.eml`, { cwd: folder })) {
      const mail = await PostalMime.parse(readFileSync(join(folder, file)))
      const path = /\/kurs\/plass\/[0-9a-f]{64}\//.exec(mail.text ?? '')?.[0]
      if (path && mail.to?.some((each) => each.address === to)) return path
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`expected a mail ${kind} with a link in ${folder} within 30 seconds, got none`)
}

// One story, told in order: the last seat, the line, a seat given back, and who gets it.
describe('two who want the last seat, with phones and no script', () => {
  let anna: Page
  let berit: Page
  beforeAll(async () => {
    anna = await walk.newDevice()
    berit = await walk.newDevice()
  })
  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

  test('the first sees that one is left, and gets it', async () => {
    expect(await signUp(anna, 'Anna Lyng', 'anna@fjordvik.example')).toContain('Det er én plass igjen av 16.')
    expect(await heading(anna)).toBe('Du har fått plass')
    expect(await anna.locator('main').innerText()).not.toContain('Anna')
  })

  test('the second sees that it is full, and stands in line', async () => {
    expect(await signUp(berit, 'Berit Strand', 'berit@fjordvik.example')).toContain('Kurset er fullt.')
    expect(await heading(berit)).toBe('Du står på venteliste')
    expect(await berit.locator('main').innerText()).toContain('nummer 1')
  })

  test('the first cannot come, and is asked before she loses her seat', async () => {
    const link = await linkIn('course-confirmation', 'anna@fjordvik.example')
    await anna.goto(link)
    await anna.reload()
    expect(await heading(anna)).toBe('Du har plass på kurset')
    expect(await barriers(anna)).toEqual([])
    await turn(anna, () => anna.getByRole('button', { name: 'Meld meg av' }).click())
    expect(await heading(anna)).toBe('Du er meldt av')
    expect(await barriers(anna)).toEqual([])
  })

  test('the second is offered the seat and takes it', async () => {
    await berit.goto(await linkIn('course-offered', 'berit@fjordvik.example'))
    expect(await heading(berit)).toBe('En plass er ledig for deg')
    expect(await berit.locator('main').innerText()).toContain('mandag 23. november 2026 kl. 09.00')
    expect(await barriers(berit)).toEqual([])
    await turn(berit, () => berit.getByRole('button', { name: /Ja takk/ }).click())
    expect(await heading(berit)).toBe('Du har plass på kurset')
    expect(await barriers(berit)).toEqual([])
  })
})
