/** Where the caret stands in the rich editor of the CMS. */
import type { Page } from 'playwright-core'

/**
 * Waits until the editor knows where the caret is: it looks a tenth of a second after the caret has moved. Timed in the
 * page, whose clock is as late as the editor's when the machine is busy.
 */
export const caretSeen = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => setTimeout(done, 300)))
