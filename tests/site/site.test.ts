import { writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type RunningSite, startSite } from '../site-server.ts'
import { buildFolder, type SiteName, siteNames } from '../sites.ts'
import { checks } from './checks/index.ts'
import { brokenLinks, type Crawled, crawl, externalLinks, pageType } from './crawl.ts'
import { lookIn, modes } from './modes.ts'
import { type Visit, visitPage } from './visit.ts'

/** Every page of this site is looked at; of the others one of each type. */
const wholeSite: SiteName = 'hamar'

interface Found {
  readonly server: RunningSite
  readonly crawled: ReadonlyMap<string, Crawled>
}
const found = {} as Record<SiteName, Found>
for (const name of siteNames) {
  const server = await startSite(name)
  found[name] = { server, crawled: await crawl(server.origin, buildFolder(name)) }
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const { server } of Object.values(found)) await server.stop()
})

const pagesOf = (name: SiteName) =>
  [...found[name].crawled.values()]
    .filter((page) => page.isPage && page.status === 200)
    .map((page) => page.path)
const oneOfEachType = (name: SiteName) => [
  ...new Map(pagesOf(name).map((path) => [pageType(path), path])).values(),
]

describe.each(siteNames)('the site of %s', (name) => {
  const { server, crawled } = found[name]

  test('has pages', () => {
    expect(pagesOf(name).length).toBeGreaterThan(10)
  })

  test('has no link that leads nowhere', () => {
    expect(brokenLinks(server.origin, crawled)).toEqual([])
    writeFileSync(`${buildFolder(name)}/external-links.txt`, externalLinks(server.origin, crawled).join('\n'))
  })
})

describe.each(siteNames)('every page of %s', (name) => {
  const paths = name === wholeSite ? pagesOf(name) : oneOfEachType(name)

  describe.concurrent.each(paths)('%s', (path) => {
    // One look serves all the checks of the page.
    let look: Promise<Visit> | undefined
    const visit = () => {
      look ??= visitPage(browser, name, found[name].server.origin, path)
      return look
    }
    for (const check of checks.filter((each) => each.concerns?.(path, name) ?? true))
      test(check.name, async () => {
        expect(await check.find(await visit())).toEqual([])
      })
  })
})

describe.each(modes)('$name', (mode) => {
  test.concurrent.each(oneOfEachType(wholeSite))('%s has no findings', async (path) => {
    expect(await lookIn(mode, browser, found[wholeSite].server.origin + path)).toEqual([])
  })
})
