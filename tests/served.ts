/** A built site behind its server, with a browser in front of it: opened before the tests of a file, closed after them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { type RunningSite, startSite } from './site-server.ts'
import type { SiteName } from './sites.ts'

export interface Served {
  readonly site: RunningSite
  readonly browser: Browser
}

/**
 * Called where a file or a `describe` begins. What it returns is filled in before the first test.
 *
 * @example const served = serve('fjordvik') // and in a test: served.browser.newPage(), served.site.origin
 */
export function serve(name: SiteName): Served {
  const served: { site?: RunningSite; browser?: Browser } = {}
  beforeAll(async () => {
    served.site = await startSite(name)
    served.browser = await openBrowser()
  })
  afterAll(async () => {
    await served.browser?.close()
    await served.site?.stop()
  })
  return served as Served
}
