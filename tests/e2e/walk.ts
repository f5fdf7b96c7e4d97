/** A person with a small phone and no JavaScript, in front of a running site, of Hamar unless told otherwise. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { findBarriers } from '../barriers.ts'
import { openBrowser } from '../browser.ts'
import { phone } from '../site/visit.ts'
import { type RunningSite, startSite } from '../site-server.ts'
import type { SiteName } from '../sites.ts'

export interface Walk {
  readonly site: RunningSite
  /** A device of its own, with no cookie from the others. */
  readonly newDevice: (options?: BrowserContextOptions) => Promise<Page>
  readonly end: () => Promise<void>
}

export async function startWalk(name: SiteName = 'hamar'): Promise<Walk> {
  const site = await startSite(name)
  const browser = await openBrowser()
  return {
    site,
    newDevice: async (options = {}) => {
      const device = await browser.newContext({
        ...phone,
        javaScriptEnabled: false,
        baseURL: site.origin,
        ...options,
      })
      const page = await device.newPage()
      page.setDefaultTimeout(10_000)
      return page
    },
    end: async () => {
      await browser.close()
      await site.stop()
    },
  }
}

/**
 * What makes the page hard to use as it stands: findings of axe, and anything lost to the side at 320 px. Axe is a
 * script, so it looks at a copy in a browser that runs it.
 */
export async function barriers(page: Page): Promise<string[]> {
  const copy = await page.context().browser()?.newPage(phone)
  if (!copy) throw new Error('expected a page of a browser, got one without')
  try {
    await copy.setContent(await page.content())
    const wide = await copy.evaluate(() => document.documentElement.scrollWidth)
    return [...(wide > 320 ? [`expected 320 px at most, got ${wide}`] : []), ...(await findBarriers(copy))]
  } finally {
    await copy.close()
  }
}

/** Presses Tab until the wanted control has focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) continue
    const label = await focused.evaluate((element) => {
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
      return [...labels, element]
        .map((each) => each.textContent ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
    })
    if (name.test(label)) return
  }
  throw new Error(`expected ${name} within 60 presses of Tab, got none`)
}
