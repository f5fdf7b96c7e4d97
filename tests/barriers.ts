/** What makes a page hard to use for somebody: what axe finds in it as it stands. */
import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

export interface Look {
  /** A selector of the part to look at; all of the page unless told otherwise. */
  readonly part?: string
  /** Looks again only at what another colour scheme can change. */
  readonly onlyColours?: boolean
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const ofColours = ['color-contrast', 'link-in-text-block']

/**
 * Axe is put into a page once, and its code stays warm for all that is written into the same page later.
 *
 * @returns each finding with its rule and the place
 */
export async function findBarriers(page: Page, { part, onlyColours }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // Only what is wrong is described, which is most of the work; and our pages hold no frames.
  const options: RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    ...(onlyColours && { runOnly: ofColours }),
  }
  return page.evaluate(
    async ([part, options]) => {
      const { violations } = await window.axe.run(part ?? document, options)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) =>
            `${id}: ${target.join(' ')} – ${failureSummary?.replace(/\s+/g, ' ')}`,
        ),
      )
    },
    [part, options] as const,
  )
}
