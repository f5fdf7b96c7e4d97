/** What an editor does in the CMS, press by press. */
import type { Locator, Page } from 'playwright-core'

/** Where the CMS has a text. */
export const text = (collection: string, slug: string) => `/admin/#/collections/${collection}/entries/${slug}`

/** @param address as `text` says it */
export async function open(page: Page, address: string): Promise<void> {
  const target = new URL(address, page.url()).href
  // By way of nothing: within the CMS another address alone would be no new page.
  await page.goto('about:blank')
  await page.goto(target)
  await saved(page)
}

/** Decap puts the cursor back to where it was when a field gets the focus, perhaps in the midst of this. */
export async function write(field: Locator, words: string): Promise<void> {
  do await field.fill(words)
  while ((await field.inputValue()) !== words)
}

/** Two presses, as everybody does it. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre og legg ut' }).click()
  await page.getByText('Legg ut nå').click()
}

export const saved = (page: Page) => page.getByText('Alt er lagret').waitFor()

/** Waits until our line says that a text is on the site. */
export const live = (page: Page, title: string) =>
  page
    .locator('#publisering')
    .filter({ hasText: new RegExp(`${title}.*På nett`) })
    .waitFor({ timeout: 180_000 })

/** What stands over the page when something was not saved. */
export const mishap = (page: Page) => page.locator('dialog.mishap')

/** Uploads a picture and chooses it for the text: the field is closed until somebody opens it. */
export async function choosePicture(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Åpne: Bilde' }).click()
  await page.getByRole('button', { name: 'Velg et bilde' }).click()
  const file = { name, mimeType: 'image/jpeg', buffer }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByText(name).first().waitFor()
  await page.getByRole('button', { name: 'Bruk det du har valgt' }).click()
}
