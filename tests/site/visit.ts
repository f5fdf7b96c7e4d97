/** One look at one page: what was sent, what the browser fetched, and what stood there. */
import { get } from 'node:http'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { findBarriers } from '../barriers.ts'
import type { SiteName } from '../sites.ts'
import { type Facts, readFacts } from './facts.ts'
import { lookIn, type Mode, show, usual } from './modes.ts'

export interface Visit {
  readonly site: SiteName
  readonly path: string
  readonly origin: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
  /** Bytes of the answer's body as it travels, with gzip. */
  readonly gzipBytes: number
  readonly requests: readonly string[]
  readonly cookies: readonly string[]
  /** What the browser complained of in its console: a refused style, a script that failed. */
  readonly complaints: readonly string[]
  readonly facts: Facts
  readonly axe: readonly string[]
  /** The findings of each other way of looking, by its name. */
  readonly inModes: ReadonlyMap<string, readonly string[]>
}

export interface Place {
  readonly site: SiteName
  readonly origin: string
  readonly path: string
  /** Other ways to look at it once it is open. */
  readonly modes: readonly Mode[]
}

/** The smallest phone that a site must fit, which is also a desk screen at 400 %. */
export const phone: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
  locale: 'nb-NO',
  timezoneId: 'Europe/Oslo',
}

export type Visitor = (place: Place) => Promise<Visit>

/** A tab that goes from page to page, for opening one costs more than looking. It takes no cookie along. */
export async function openTab(browser: Browser): Promise<Visitor> {
  const context = await browser.newContext(phone)
  const tab = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  tab.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text())
  })
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url())
  })
  return async ({ site, origin, path, modes }) => {
    await show(tab, usual)
    await context.clearCookies()
    requests.length = 0
    complaints.length = 0
    const response = await tab.goto(origin + path)
    if (!response?.ok()) throw new Error(`${path}: expected 200, got ${response?.status()}`)
    const facts = await tab.evaluate(readFacts)
    const axe = await findBarriers(tab)
    const seen = { requests: [...requests], complaints: [...complaints] }
    const inModes = new Map<string, readonly string[]>()
    for (const mode of modes) inModes.set(mode.name, await lookIn(mode, tab))
    return {
      site,
      path,
      origin,
      ...seen,
      html: await response.text(),
      headers: await response.allHeaders(),
      gzipBytes: await sizeWithGzip(origin + path),
      cookies: (await context.cookies()).map((cookie) => cookie.name),
      facts,
      axe,
      inModes,
    }
  }
}

/** The browser itself would be given brotli, which is smaller. */
function sizeWithGzip(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}
