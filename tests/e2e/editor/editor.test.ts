import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { homeOf } from '#access/permission.ts'
import { findBarriers } from '../../barriers.ts'
import { caretSeen } from '../../caret.ts'
import { fixedNow } from '../../sites.ts'
import { choosePicture, live, mishap, open, save, saved, text, write } from './acts.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'

// A build for the site takes seconds, and half a minute where other suites run beside.
vi.setConfig({ testTimeout: 240_000 })

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
}, 300_000)
afterAll(() => newsroom?.end())

const get = async (path: string) => (await fetch(newsroom.origin + path)).text()

const notice = 'koordinator-pa-kurs'
const cafe = text('cafes', 'etter-pa')
const cost = (page: Page) => page.getByLabel(/^Hva det koster/i)

describe('an editor', () => {
  let page: Page
  beforeAll(async () => {
    page = await newsroom.signIn('Kari Fjordheim')
  })

  test('sees the texts, who she is and the way out', async () => {
    await page.getByRole('link', { name: 'Kafeer' }).waitFor()
    const line = page.locator('.ours')
    expect(await line.innerText()).toContain('Kari Fjordheim')
    expect(await line.getByRole('button', { name: 'Logg ut' }).isVisible()).toBe(true)
    const back = await line.getByRole('link', { name: 'Til oversikten' }).getAttribute('href')
    expect(back).toBe(homeOf('editor'))
  })

  test('reads Norwegian everywhere', async () => {
    const same = await page.evaluate(() => {
      const locale = (name: string) =>
        (window as { CMS?: { getLocale(name: string): object } }).CMS?.getLocale(name)
      const lines = (words: unknown, path: string): [string, string][] =>
        typeof words === 'string'
          ? [[path, words]]
          : Object.entries(words ?? {}).flatMap(([key, each]) => lines(each, `${path}.${key}`))
      const norwegian = new Map(lines(locale('nb_no'), ''))
      return lines(locale('en'), '').flatMap(([path, words]) =>
        [undefined, words].includes(norwegian.get(path)) ? [`${path}: ${words}`] : [],
      )
    })
    expect(same).toEqual([
      '.editor.editorWidgets.markdown.markdown: Markdown',
      '.ui.toast.onFailToAuth: %{details}',
      '.workflow.workflowCard.lastChangeNoAuthor: %{date}',
    ])
  })

  test('cancels a date with one button, and finds it cancelled in every outlet', async () => {
    const screen = await page.context().newPage()
    const onScreen = async () => {
      await screen.goto(`${newsroom.origin}/infoskjerm/`)
      await screen.getByText('Sist oppdatert').waitFor()
      return screen.locator('main').innerText()
    }
    expect(await onScreen()).not.toMatch(/avlyst/i)
    await open(page, cafe)
    await page.getByRole('button', { name: 'Åpne: Endringer' }).click()
    await expect.poll(() => buttonsOfOneName(page)).toEqual([])
    expect(await page.locator('.coming-dates').innerText()).toContain('flyttet til onsdag 9. desember 2026')
    await page.getByRole('button', { name: /^Avlys denne datoen.*24\. november/ }).click()
    await save(page)
    await saved(page)
    await live(page, 'Kafé Etter-På')
    for (const path of ['/kafe/etter-pa/', '/kalender.json'])
      expect(await get(path), path).toContain('Vi møtes ikke denne gangen')
    expect(await onScreen()).toMatch(/avlyst/i)
    const calendar = await get('/kalender.ics')
    expect(calendar).toMatch(
      /DTSTART[^\n]*20261124(?:(?!END:VEVENT)[\s\S])*STATUS:CANCELLED|STATUS:CANCELLED(?:(?!END:VEVENT)[\s\S])*20261124/,
    )
    expect(
      await page.locator('#publisering').getByRole('link', { name: 'Se siden' }).getAttribute('href'),
    ).toBe('/kafe/etter-pa/')
  })

  test('puts a picture in a text, says what it shows or that it is decoration, and finds it on the page', async () => {
    const at = '/rettigheter/avlastning/'
    const shows = page.getByLabel(/^Hva bildet viser/i)
    const pictureOf = async () => /<p class="?picture[^>]*>\s*(<img[^>]*>)/.exec(await get(at))?.[1] ?? ''
    const original = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#0d7a5f' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 47/1 0/1' } })
      .toBuffer()
    expect((await sharp(original).metadata()).exif).toBeDefined()
    expect(await pictureOf()).toBe('')

    await open(page, text('rights', 'avlastning'))
    await choosePicture(page, 'brygga.jpg', original)
    const shown = page.locator('img[src^="blob:"]')
    await expect.poll(() => shown.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(640)
    await save(page)
    await mishap(page).waitFor()
    expect(await mishap(page).innerText()).toContain(
      '«Bilde», «Hva bildet viser»: Skriv hva bildet viser, eller kryss av for «Bare pynt»',
    )
    await mishap(page).getByRole('button', { name: 'Lukk' }).click()

    await write(shows, 'Brygga en sommerkveld')
    await save(page)
    await saved(page)
    const preview = page.frameLocator('#preview-pane').frameLocator('iframe').last()
    await preview.locator('img[src="/admin/bilder/brygga.jpg"]').first().waitFor({ state: 'attached' })
    await live(page, 'Avlastning')
    const picture = await pictureOf()
    for (const part of [/alt="Brygga en sommerkveld"/, /width="?640/, /height="?400/, /loading="?lazy/])
      expect(picture).toMatch(part)
    const address = /src="?([^"\s>]+)/.exec(picture)?.[1] ?? ''
    const answer = await fetch(newsroom.origin + address)
    const sent = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect(sent).toMatchObject({ width: 640, height: 400 })
    expect(sent.exif).toBeUndefined()

    await write(shows, '')
    await page.locator('[id^=decorative-field]').click()
    await save(page)
    await saved(page)
    await expect.poll(pictureOf, { timeout: 180_000 }).toMatch(/alt(=""|[\s>])/)
  })

  test('goes from one text to another without taking words along, and stays where words are not saved', async () => {
    const goTo = (address: string) =>
      page.evaluate((to) => {
        location.href = to
      }, address)
    await open(page, cafe)
    await goTo(text('rights', 'avlastning'))
    const title = page.getByLabel(/^Tittel/i).first()
    await expect.poll(() => title.inputValue().catch(() => ''), { timeout: 60_000 }).toBe('Avlastning')
    await saved(page)
    await write(title, 'Avlastning hjemme')
    const said = page.waitForEvent('dialog')
    await goTo(cafe)
    expect((await said).message()).toContain('Lagre det du holder på med først')
    expect(page.url()).toContain(text('rights', 'avlastning'))
    expect(await title.inputValue()).toBe('Avlastning hjemme')
  })

  test('is told of a text that is not there, and led back to the list', async () => {
    await page.goto('about:blank')
    await page.goto(newsroom.origin + text('cafes', 'stengt-for-godt'))
    await mishap(page).getByRole('button', { name: 'Til listen' }).click()
    await page.getByText('Torsdagskafeen').waitFor()
    expect(page.url()).toMatch(/\/collections\/cafes$/)
  })
})

describe('two who change the same text', () => {
  test('neither loses a word, and the second decides with open eyes', async () => {
    const [kari, ola] = await Promise.all([newsroom.signIn('Kari Fjordheim'), newsroom.signIn('Ola Nes')])
    for (const page of [kari, ola]) await open(page, cafe)
    await write(cost(kari), 'Gratis for alle.')
    await write(cost(ola), 'Gratis. Ta med en venn.')
    await save(kari)
    await saved(kari)
    // Her words come back when the page is opened anew, with the version that they were written from.
    await keptWords(ola)
    await ola.reload()
    await expect
      .poll(
        () =>
          cost(ola)
            .inputValue()
            .catch(() => ''),
        { timeout: 60_000 },
      )
      .toBe('Gratis. Ta med en venn.')
    await save(ola)
    const said = mishap(ola)
    await said.waitFor()
    const words = await said.innerText()
    expect(words).toContain('Kari Fjordheim endret siden')
    expect(words).toContain('Gratis for alle.')
    expect(await cost(ola).inputValue()).toBe('Gratis. Ta med en venn.')
    expect(await findBarriers(ola, { part: 'dialog.mishap' })).toEqual([])
    await said.getByRole('button', { name: 'Jeg har lest det' }).click()
    await write(cost(ola), 'Gratis for alle. Ta med en venn.')
    await save(ola)
    await saved(ola)
    await open(kari, cafe)
    expect(await cost(kari).inputValue()).toBe('Gratis for alle. Ta med en venn.')
  })
})

describe('what cannot be saved', () => {
  let page: Page
  beforeAll(async () => {
    page = await newsroom.signIn('Ola Nes')
  })

  test('is kept while she signs in again in another window', async () => {
    await open(page, cafe)
    await write(cost(page), 'Gratis. Suppe også.')
    await page.context().clearCookies()
    await save(page)
    await mishap(page).waitFor()
    expect(await mishap(page).innerText()).toContain('Du er logget ut')
    await mishap(page).getByRole('button', { name: 'Lukk' }).click()
    expect(await cost(page).inputValue()).toBe('Gratis. Suppe også.')
    await newsroom.signInAgain(page, 'Ola Nes')
    await save(page)
    await saved(page)
  })

  const bodies = {
    'an expression': '{process.env.HOME}',
    'a script': '<script>alert(1)</script>',
    'an import': 'import x from "node:fs"',
    'a component that is none of ours': '<Iframe src="https://example.org" />',
  }
  test.each(Object.entries(bodies))(
    '%s is refused with the reason, and stands there still',
    async (_, typed) => {
      await open(page, text('rights', 'avlastning'))
      await writeBody(page, typed)
      await save(page)
      await mishap(page).waitFor()
      expect(await mishap(page).innerText()).toMatch(/Ved «.+»: \S/)
      await mishap(page).getByRole('button', { name: 'Lukk' }).click()
      await mishap(page).waitFor({ state: 'detached' })
      expect(await bodyOf(page).innerText()).toContain(typed)
      expect(await get('/rettigheter/avlastning/')).not.toContain(typed)
    },
  )

  test('a text of 5 MB is refused with its size', async () => {
    await open(page, cafe)
    await cost(page).evaluate((field: HTMLInputElement) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      set?.call(field, 'a'.repeat(5_000_000))
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await save(page)
    const refused = page.getByText(/høyst \d+ tegn|Teksten er for lang: 5\d{3} kB/).first()
    await refused.waitFor()
    expect(await cost(page).evaluate((field: HTMLInputElement) => field.value.length)).toBe(5_000_000)
  })
})

test('a draft is read by somebody, made ready, and published', async () => {
  const page = await newsroom.signIn('Kari Fjordheim')
  // Not `check`, which looks again when the page is opened anew, and presses a box that is not ready twice.
  await page.getByLabel('La noen lese det først').click()
  await page.getByRole('link', { name: 'Utkast' }).waitFor()
  await open(page, text('notices', notice))
  await write(page.getByLabel(/^Tekst/i).first(), 'Vi ringer deg tilbake i morgen.')
  await page.getByRole('button', { name: 'Lagre utkast' }).click()
  await saved(page)
  await page.setViewportSize({ width: 360, height: 800 })
  const { x, width } = await boxOf(page.getByRole('button', { name: 'Lagre og legg ut' }))
  expect([x >= 0, x + width <= 360]).toEqual([true, true])
  await page.setViewportSize({ width: 1280, height: 900 })
  for (const stage of ['Til lesing', 'Klar']) {
    await page.getByRole('button', { name: /^Utkast: / }).click()
    await page.getByRole('menuitem', { name: stage }).click()
    await page.getByRole('button', { name: `Utkast: ${stage}` }).waitFor()
  }
  expect(await get('/')).not.toContain('Vi ringer deg tilbake i morgen.')
  await save(page)
  await live(page, 'Koordinatoren er på kurs')
  expect(await get('/')).toContain('Vi ringer deg tilbake i morgen.')
})

test.each([360, 1280])('our own line can be used by all at %i px, and a number be changed', async (width) => {
  const page = await newsroom.signIn('Ola Nes', 'editor', { viewport: { width, height: 800 } })
  await page.getByRole('link', { name: 'Se nettstedet' }).waitFor()
  expect(await findBarriers(page, { part: '.ours' })).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await open(page, text('rights', 'avlastning'))
  const title = await boxOf(page.getByLabel(/^Tittel/i).first())
  expect(title.x + title.width).toBeLessThanOrEqual(width)
  await open(page, text('municipality', 'municipality'))
  await page.getByText('Koordinator for frivillig avlastning', { exact: true }).click()
  await write(page.getByLabel(/^Telefon/i).first(), '55 50 01 19')
  await page.getByRole('button', { name: 'Lagre og legg ut' }).click()
  const { x, width: room } = await boxOf(page.getByText('Legg ut nå'))
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + room).toBeLessThanOrEqual(width)
})

test('no page asked another host for anything, or was stopped by its own policy', () => {
  expect(newsroom.complaints).toEqual([])
})

const boxOf = async (part: Locator) => (await part.boundingBox()) ?? { x: -1, width: 0 }

/** Buttons of a form that somebody who hears their names cannot tell apart, or hears nothing of. */
const buttonsOfOneName = (page: Page) =>
  page.evaluate(() => {
    const buttons = document.querySelectorAll<HTMLButtonElement>(
      '[class*="-ControlContainer"] :is(button, [role=button])',
    )
    const names = [...buttons]
      .filter((button) => button.offsetParent && !button.labels?.length)
      .map((button) => button.ariaLabel ?? button.innerText.trim())
    return names.filter((name, index) => name === '' || names.indexOf(name) !== index)
  })

/** Waits until the browser has kept what was typed and not saved. Decap does that two seconds later, and the clock stands. */
async function keptWords(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date(Date.parse(fixedNow) + 5000))
  const isKept = () =>
    new Promise<boolean>((resolve) => {
      const asked = indexedDB.open('localforage')
      asked.onsuccess = () => {
        const keys = asked.result.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAllKeys()
        keys.onsuccess = () => resolve(keys.result.some((each) => String(each).startsWith('backup.')))
      }
    })
  await expect.poll(() => page.evaluate(isKept), { timeout: 60_000 }).toBe(true)
}

const bodyOf = (page: Page) => page.locator('[data-slate-editor]').last()

/** Writes a line at the end of the text, as Markdown. */
async function writeBody(page: Page, typed: string): Promise<void> {
  const raw = page.getByRole('switch').last()
  if ((await raw.getAttribute('aria-checked')) !== 'true') await raw.click()
  await page.getByRole('switch', { checked: true }).last().waitFor()
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await caretSeen(page)
  await page.keyboard.insertText(`\n\n${typed}`)
}
