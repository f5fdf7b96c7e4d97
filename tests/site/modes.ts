/** Other ways of looking at a page, once for each type of page. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { findBarriers } from '../barriers.ts'
import { phone } from './visit.ts'

export interface Mode {
  readonly name: string
  readonly options: BrowserContextOptions
  readonly prepare?: (page: Page) => Promise<void>
}

export const modes: readonly Mode[] = [
  { name: 'in the dark', options: { colorScheme: 'dark' } },
  { name: 'on a desk', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'in more contrast', options: { contrast: 'more' } },
  {
    name: 'with text twice as large',
    options: { viewport: { width: 640, height: 800 } },
    prepare: (page) =>
      page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      }),
  },
]

/** Accessibility findings, and whether anything is lost to the side. */
export async function lookIn(mode: Mode, browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ ...phone, ...mode.options })
  try {
    const page = await context.newPage()
    await page.goto(url)
    await mode.prepare?.(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const findings = await findBarriers(page)
    return overflow > 0
      ? [`expected no scrolling sideways, got ${overflow} px too wide`, ...findings]
      : findings
  } finally {
    await context.close()
  }
}
