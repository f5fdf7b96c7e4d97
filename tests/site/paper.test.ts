import { describe, expect, test } from 'vitest'
import { readQr } from '../paper/read-qr.ts'
import { serve } from '../served.ts'

const served = serve('fjordvik')

describe.each([
  '/rettigheter/avlastning/',
  '/rettigheter/hjelpestonad-og-grunnstonad/',
  '/kafe/etter-pa/',
  '/er-du-parorende/du-har-fatt-vite-om/',
])('on paper %s', (path) => {
  test('has its address, as text and as a QR code, its day and a phone, and no menus', async () => {
    const page = await served.browser.newPage({
      viewport: { width: 700, height: 1000 },
      deviceScaleFactor: 2,
    })
    await page.goto(served.site.origin + path)
    expect(await page.locator('.qr').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const address = await page.locator('link[rel=canonical]').getAttribute('href')
    expect(address).toMatch(new RegExp(`^https?://[^/]+${path}$`))
    const text = await page.locator('body').innerText()
    expect(text).toContain(address)
    expect(text).toContain('Slik var siden 21. november 2026.')
    expect(text).toMatch(/\d\d \d\d \d\d \d\d/)
    expect(text).not.toMatch(/Del siden|Les også/)
    expect(await page.locator('nav:visible').count()).toBe(0)
    // What a phone held over the paper reads.
    expect(await readQr(await page.locator('.qr').screenshot())).toBe(address)
    await page.close()
  })
})

test('a page for children has its day and address on paper, and no code', async () => {
  const page = await served.browser.newPage()
  await page.goto(`${served.site.origin}/barn/`)
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  expect(text).toContain('Slik var siden 21. november 2026.')
  expect(text).toMatch(/\/barn\/$/m)
  expect(await page.locator('.qr').count()).toBe(0)
  await page.close()
})

test('the sheet that home care leaves behind is one A4', async () => {
  const page = await served.browser.newPage()
  await page.goto(`${served.site.origin}/er-du-parorende/du-har-fatt-vite-om/`)
  const margin = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' }
  const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.close()
})

test.each(['/modellen/vedlegg/', '/modellen/kursmappe/'])(
  'no heading of %s stands over nothing on paper',
  async (path) => {
    const page = await served.browser.newPage()
    await page.goto(served.site.origin + path)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main h2:visible').count()).toBeGreaterThan(0)
    expect(await page.locator('main h2:visible + :not(:visible)').count()).toBe(0)
    await page.close()
  },
)

describe('passing a page on', () => {
  test('copies its address, and says so', async () => {
    const context = await served.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(`${served.site.origin}/rettigheter/avlastning/?fra=nyhetsbrev#slik`)
    await page.getByRole('button', { name: 'Kopier adressen' }).click()
    await page.getByText('Adressen er kopiert').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^https?:\/\/[^/]+\/rettigheter\/avlastning\/$/,
    )
    await context.close()
  })

  test('marks the address where copying is refused', async () => {
    const page = await served.browser.newPage()
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
    })
    await page.goto(`${served.site.origin}/kafe/`)
    await page.getByRole('button', { name: 'Kopier adressen' }).click()
    await page.waitForFunction(() => /\/kafe\/$/.test(String(getSelection())))
    await page.close()
  })

  test("opens the device's own sheet where there is one, and bears that it is closed", async () => {
    const page = await served.browser.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.addInitScript(() => {
      navigator.share = (data) => {
        Object.assign(globalThis, { shared: data })
        return Promise.reject(new DOMException('closed', 'AbortError'))
      }
    })
    await page.goto(`${served.site.origin}/er-du-parorende/demens/`)
    await page.getByRole('button', { name: 'Del på en annen måte' }).click()
    const shared = await page.evaluate(() => (globalThis as unknown as { shared: ShareData }).shared)
    expect(shared.url).toMatch(/\/er-du-parorende\/demens\/$/)
    expect(shared.title).toContain('Fjordvik')
    expect(problems).toEqual([])
    await page.close()
  })

  test('works by mail without script, and shows no button that does nothing', async () => {
    const context = await served.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${served.site.origin}/rettigheter/avlastning/`)
    const mail = new URL(
      (await page.getByRole('link', { name: 'Send på e-post' }).getAttribute('href')) ?? '',
    )
    expect(mail.searchParams.get('subject')).toBe('Avlastning')
    expect(mail.searchParams.get('body')).toMatch(/^Avlastning\nhttps?:\/\/[^/]+\/rettigheter\/avlastning\/$/)
    expect(await page.locator('.share button:visible').count()).toBe(0)
    await context.close()
  })
})
