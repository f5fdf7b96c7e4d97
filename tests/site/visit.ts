/** One look at one page: what was sent, what the browser fetched, and what stood there. */
import { get } from 'node:http'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { findBarriers } from '../barriers.ts'
import type { SiteName } from '../sites.ts'
import { type Facts, readFacts } from './facts.ts'

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
}

/** The smallest phone that a site must fit, which is also a desk screen at 400 %. */
export const phone: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
  locale: 'nb-NO',
  timezoneId: 'Europe/Oslo',
}

export async function visitPage(
  browser: Browser,
  site: SiteName,
  origin: string,
  path: string,
): Promise<Visit> {
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(request.url())
    })
    const response = await page.goto(origin + path)
    if (!response?.ok()) throw new Error(`${path}: expected 200, got ${response?.status()}`)
    return {
      site,
      path,
      origin,
      requests,
      complaints,
      html: await response.text(),
      headers: await response.allHeaders(),
      gzipBytes: await sizeWithGzip(origin + path),
      cookies: (await context.cookies()).map((cookie) => cookie.name),
      facts: await page.evaluate(readFacts),
      axe: await findBarriers(page),
    }
  } finally {
    await context.close()
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
