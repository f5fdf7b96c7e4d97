/** Other ways of looking at a page, once for each type of page. */
import type { Page } from 'playwright-core'
import { findBarriers } from '../barriers.ts'

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>

export interface Mode {
  readonly name: string
  readonly width: number
  /** Of all text, in percent of the usual. */
  readonly textSize: number
  readonly media: Media
}

/** How every page is looked at first: on the smallest phone that a site must fit, which is also a desk screen at 400 %. */
export const usual: Mode = {
  name: 'as usual',
  width: 320,
  textSize: 100,
  media: { colorScheme: 'light', contrast: 'no-preference' },
}

export const modes: readonly Mode[] = [
  { ...usual, name: 'in the dark', media: { ...usual.media, colorScheme: 'dark' } },
  { ...usual, name: 'in more contrast', media: { ...usual.media, contrast: 'more' } },
  { ...usual, name: 'on a desk', width: 1280 },
  { ...usual, name: 'with text twice as large', width: 640, textSize: 200 },
]

/** Shows an open page in another way, as if the reader had changed it in the browser. */
export async function show(tab: Page, { width, textSize, media }: Mode): Promise<void> {
  await tab.setViewportSize({ width, height: 800 })
  await tab.emulateMedia(media)
  await tab.evaluate(
    (size) => {
      document.documentElement.style.fontSize = size
    },
    textSize === 100 ? '' : `${textSize}%`,
  )
}

/** Accessibility findings, and whether anything is lost to the side. */
export async function lookIn(mode: Mode, tab: Page): Promise<string[]> {
  await show(tab, mode)
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const onlyColours = mode.width === usual.width
  const findings = await findBarriers(tab, { onlyColours })
  return overflow > 0
    ? [`expected no scrolling sideways, got ${overflow} px too wide`, ...findings]
    : findings
}
