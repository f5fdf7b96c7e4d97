/**
 * Makes the pictures of the editor's guide from the running CMS: `npm run guide-pictures`. Fjordvik is invented, so
 * they show nobody; whoever changes the CMS or its words runs this and looks at what docs/redaktor.md says.
 */
import { writeFile } from 'node:fs/promises'
import type { Page, PageScreenshotOptions } from 'playwright-core'
import sharp from 'sharp'
import { choosePicture, live, mishap, open, save, saved, text, write } from './acts.ts'
import { openNewsroom } from './newsroom.ts'

/** Bytes: a guide that is slow to open is not opened. */
const limit = 60_000
const size = { width: 1080, height: 720 }
const folder = new URL('../../../docs/redaktor/', import.meta.url)

const newsroom = await openNewsroom('guide-pictures')
try {
  const options = { viewport: size, locale: 'nb-NO' }
  const kari = await newsroom.signIn('Kari Fjordheim', 'editor', options)
  await cancelDate(kari)
  await writeNotice(kari)
  await showPicture(kari)
  await collide(kari, await newsroom.signIn('Ola Nes', 'editor', options))
  await showDraft(kari)
} finally {
  await newsroom.end()
}

async function cancelDate(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Kafeer' }).click()
  await page.getByText('Torsdagskafeen').waitFor()
  await keep(page, 'tekster')
  await open(page, text('cafes', 'etter-pa'))
  await page.locator('iframe').first().waitFor()
  await keep(page, 'kafe')
  const date = page.getByRole('button', { name: /^Avlys denne datoen/ }).first()
  await date.scrollIntoViewIfNeeded()
  await date.click()
  await keep(page, 'avlys')
  await page.getByRole('button', { name: 'Lagre og legg ut' }).click()
  await keep(page, 'legg-ut', { clip: { x: 0, y: 0, width: 760, height: 220 } })
  await page.keyboard.press('Escape')
  await save(page)
  await saved(page)
  await live(page, 'Kafé Etter-På')
  await keep(page, 'pa-nett', { clip: { x: 0, y: 0, ...size, height: 110 } })
}

async function writeNotice(page: Page): Promise<void> {
  await page.goto(`${newsroom.origin}/admin/#/collections/notices`)
  await page.getByRole('link', { name: 'Ny: melding' }).click()
  await write(page.getByLabel(/^Overskrift/i), 'Kafeen åpner klokka 17 på tirsdag')
  await write(page.getByLabel(/^Tekst/i).first(), 'Vi begynner en time før vanlig.')
  for (const [index, day] of ['2026-11-21', '2026-11-24'].entries())
    await page.locator('input[type=date]').nth(index).fill(day)
  await keep(page, 'melding')
}

async function showPicture(page: Page): Promise<void> {
  const water =
    '<svg width="480" height="300"><path fill="#fbe3c0" d="M0 0h480v180H0z"/><path fill="#2f6f8f" d="M0 180h480v120H0z"/><circle cx="330" cy="150" r="60" fill="#f08a4b"/></svg>'
  await open(page, text('rights', 'avlastning'))
  await choosePicture(page, 'sol.jpg', await sharp(Buffer.from(water)).jpeg().toBuffer())
  const field = page.getByLabel(/^Hva bildet viser/i)
  await write(field, 'Sola går ned over fjorden')
  await field.scrollIntoViewIfNeeded()
  await keep(page, 'bilde')
}

async function collide(first: Page, second: Page): Promise<void> {
  const cost = (page: Page) => page.getByLabel(/^Hva det koster/i)
  for (const page of [first, second]) await open(page, text('cafes', 'asen'))
  await write(cost(first), 'Gratis for alle')
  await write(cost(second), 'Gratis. Ta med en venn')
  await save(first)
  await saved(first)
  await save(second)
  await mishap(second).waitFor()
  await keep(second, 'kollisjon')
}

async function showDraft(page: Page): Promise<void> {
  await page.locator('#utkast').click()
  await page.getByRole('link', { name: 'Tilbake til' }).waitFor()
  await open(page, text('notices', 'koordinator-pa-kurs'))
  await write(page.getByLabel(/^Tekst/i).first(), 'Vi ringer deg tilbake i morgen.')
  await page.getByRole('button', { name: 'Lagre utkast' }).click()
  await saved(page)
  await page.getByRole('button', { name: /^Utkast: / }).click()
  await keep(page, 'utkast', { clip: { x: 0, y: 0, width: 1080, height: 260 } })
}

/** Takes the picture when the page has come to rest, without the bubbles that come and go. */
async function keep(page: Page, name: string, options: PageScreenshotOptions = {}): Promise<void> {
  await page.addStyleTag({ content: '.Toastify, [class*=toast] { display: none !important }' })
  await page.waitForTimeout(1500)
  const picture = await sharp(await page.screenshot(options))
    .webp({ quality: 72, effort: 6 })
    .toBuffer()
  if (picture.length > limit)
    throw new Error(`${name}: expected at most ${limit} bytes, got ${picture.length}`)
  await writeFile(new URL(`${name}.webp`, folder), picture)
}
