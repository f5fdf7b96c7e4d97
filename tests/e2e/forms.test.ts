import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers, startWalk, tabTo, turn, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => {
  walk = await startWalk()
})
afterAll(() => walk?.end())

/** What somebody does with a question: types, or chooses with the space bar. */
type Deed = readonly [question: RegExp, typed: string]
async function fillIn(page: Page, deeds: readonly Deed[], button: RegExp): Promise<void> {
  for (const [question, typed] of deeds) {
    await tabTo(page, question)
    if (typed === ' ') await page.keyboard.press('Space')
    else await page.keyboard.type(typed)
  }
  await tabTo(page, button)
  await turn(page, () => page.keyboard.press('Enter'))
}

const walks: readonly {
  who: string
  path: string
  deeds: readonly Deed[]
  button: RegExp
  says: RegExp[]
}[] = [
  {
    who: 'a worn-out daughter',
    path: '/ta-en-kaffe/',
    deeds: [
      [/^Hva heter du\?/, 'Kari Tråkke'],
      [/^Telefon/, '55 50 02 31'],
      [/^Kveld$/, ' '],
      [/^Hvor bor den du hjelper\?/, 'Ved sjøen'],
    ],
    button: /^Be om en kaffe$/,
    says: [/ringer deg innen to virkedager/, /Et nei er helt greit/],
  },
  {
    who: 'a nurse in a car',
    path: '/meld-behov/',
    deeds: [
      [/^Sone eller avdeling/, 'Sone nord'],
      [/^Jobbtelefon/, '55 50 02 32'],
      [/^Hvor trengs det\?/, 'Ved sjøen'],
      [/^Gå tur$/, ' '],
      [/^Det er tidlig/, ' '],
      [/sagt ja til at jeg melder/, ' '],
    ],
    button: /^Meld behovet$/,
    says: [
      /Meldt behov for frivillig avlastning til koordinator\. Pårørende har sagt ja\. Referanse [3-9A-Y-]{9}\./,
    ],
  },
]

describe.each(walks)(
  '$who with a keyboard, a small screen and no script',
  ({ path, deeds, button, says }) => {
    let page: Page
    beforeAll(async () => {
      page = await walk.newDevice()
      await page.goto(path)
    })

    test('is told at once what is wrong, where, and loses nothing', async () => {
      expect(await barriers(page)).toEqual([])
      const [[, first] = [/./, '']] = deeds
      await fillIn(page, deeds.slice(0, 1), button)
      const summary = page.locator('#feil')
      await summary.waitFor()
      expect(await page.locator(':focus').getAttribute('id')).toBe('feil')
      const texts = await summary.locator('a').allInnerTexts()
      expect(texts.length).toBeGreaterThan(0)
      expect((await page.locator('.field .problem').allInnerTexts()).sort()).toEqual(texts.sort())
      for (const href of await summary
        .locator('a')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href'))))
        expect(await page.locator(`${href}`).count(), `${href}`).toBe(1)
      expect(await page.locator('main .field input[type=text]').first().inputValue()).toBe(first)
      expect(await barriers(page)).toEqual([])
    })

    test('sends it with few keys, and gets a receipt that says what happens', async () => {
      await page.goto(path)
      await fillIn(page, deeds, button)
      await page.waitForURL(/\/kvittering\//)
      expect(await page.locator(':focus').getAttribute('id')).toBe('kvittering')
      const text = await page.locator('main').innerText()
      for (const each of [
        /[3-9A-Y]{4}-[3-9A-Y]{4}/,
        /Ring kommunen, og si.+90 90 48 48/,
        /sletter dem \d+ måneder/,
        ...says,
      ])
        expect(text).toMatch(each)
      for (const [, typed] of deeds.filter(([, each]) => each !== ' ')) expect(text).not.toContain(typed)
      expect(await barriers(page)).toEqual([])
    })
  },
)

test('A volunteer says more, looks it over, changes it and sends it', async () => {
  const page = await walk.newDevice()
  await page.goto('/bli-frivillig/')
  await page.getByRole('textbox', { name: /^Hva heter du/ }).fill('Odd Vinterli')
  await page.getByRole('textbox', { name: /^Telefon/ }).fill('55 50 02 33')
  await page.getByRole('textbox', { name: /^Hvor i kommunen/ }).fill('Sentrum')
  await turn(page, () => page.getByRole('button', { name: 'Meld meg som frivillig' }).click())
  await turn(page, () => page.getByRole('link', { name: 'Fortell litt mer om deg' }).click())
  expect(await barriers(page)).toEqual([])
  expect(await page.locator('main').innerText()).not.toContain('Odd Vinterli')
  await page.getByRole('checkbox', { name: 'Lørdag før 12' }).check()
  await page.getByRole('textbox', { name: /^Hva vil du lære/ }).fill('Å lytte\nog å tie')
  await turn(page, () => page.getByRole('button', { name: 'Se over svarene' }).click())
  expect(await barriers(page)).toEqual([])
  expect(await page.locator('main').innerText()).toContain('lørdag før 12')
  await turn(page, () => page.getByRole('button', { name: /^Endre: Tider/ }).click())
  expect(await page.getByRole('textbox', { name: /^Hva vil du lære/ }).inputValue()).toBe('Å lytte\nog å tie')
  await page.getByRole('checkbox', { name: 'Søndag etter 17' }).check()
  await turn(page, () => page.getByRole('button', { name: 'Se over svarene' }).click())
  await turn(page, () => page.getByRole('button', { name: 'Send dette også' }).click())
  expect(await page.locator('main').innerText()).toContain('Vi har også fått det du la til')
  expect(page.url()).not.toContain('nokkel')
})

test('Who misses something says so from the page where she missed it', async () => {
  const page = await walk.newDevice()
  await page.goto('/rettigheter/avlastning/')
  await turn(page, () => page.getByRole('link', { name: /^Fant du det du lette etter/ }).click())
  expect(await page.locator('main').innerText()).toContain('Siden du kom fra: Avlastning')
  await page.getByRole('textbox').fill('Hva koster det?')
  await turn(page, () => page.getByRole('button', { name: 'Send tilbakemeldingen' }).click())
  expect(await page.locator('h1').innerText()).toContain('Takk')
  await page.goto('/barn-og-unge/')
  expect(await page.locator('a[href^="/tilbakemelding/"]').count()).toBe(0)
})
