/** A person with a small phone and no JavaScript, in front of a running site, of Hamar unless told otherwise. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { findBarriers } from '../barriers.ts'
import { openBrowser } from '../browser.ts'
import { type SiteHere, serveHere } from '../serve-here.ts'
import { phone } from '../site/visit.ts'
import type { SiteName } from '../sites.ts'

interface Site {
  readonly origin: string
  readonly stop: () => Promise<void>
}

export interface Walk<Where extends Site = SiteHere> {
  readonly site: Where
  /** A device of its own, with no cookie from the others. */
  readonly newDevice: (options?: BrowserContextOptions) => Promise<Page>
  readonly end: () => Promise<void>
}

export const startWalk = async (name: SiteName = 'hamar', variables?: Record<string, string>) =>
  walkAt(await serveHere(name, variables))

/** One for all walks of this process; it goes when the process does. */
let browser: Promise<Browser> | undefined

export async function walkAt<Where extends Site>(site: Where): Promise<Walk<Where>> {
  browser ??= openBrowser()
  const its = await browser
  const devices: BrowserContext[] = []
  return {
    site,
    newDevice: async (options = {}) => {
      const device = await its.newContext({
        ...phone,
        javaScriptEnabled: false,
        baseURL: site.origin,
        ...options,
      })
      devices.push(device)
      const page = await device.newPage()
      page.setDefaultTimeout(30_000)
      return page
    },
    end: async () => {
      await Promise.all(devices.map((device) => device.close()))
      await site.stop()
    },
  }
}

/** Does what leads to another page, and waits until it is there: its address may be the same as before. */
export async function turn(page: Page, deed: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), deed()])
}

/** Where copies are looked at: axe stays there. */
let glass: Promise<Page> | undefined

/**
 * What makes the page hard to use as it stands: findings of axe, and anything lost to the side at 320 px. Axe is a
 * script, so it looks at a copy in a page that runs it.
 */
export async function barriers(page: Page): Promise<string[]> {
  glass ??= page.context().browser()?.newPage(phone)
  const copy = await glass
  if (!copy) throw new Error('expected a page of a browser, got one without')
  await copy.setContent(await page.content())
  const wide = await copy.evaluate(() => document.documentElement.scrollWidth)
  return [...(wide > 320 ? [`expected 320 px at most, got ${wide}`] : []), ...(await findBarriers(copy))]
}

/** Presses Tab until the wanted control has focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return ''
      const labels = 'labels' in focused ? [...((focused as HTMLInputElement).labels ?? [])] : []
      return [...labels, focused]
        .map((each) => each.textContent ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
    })
    if (name.test(label)) return
  }
  throw new Error(`expected ${name} within 60 presses of Tab, got none`)
}
