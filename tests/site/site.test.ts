import { writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type RunningSite, startSite } from '../site-server.ts'
import { buildFolder, type SiteName, siteNames } from '../sites.ts'
import { checks } from './checks/index.ts'
import { brokenLinks, type Crawled, crawl, externalLinks, pageType } from './crawl.ts'
import { modes } from './modes.ts'
import { openTab, type Place, type Visit, type Visitor } from './visit.ts'

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

/** Every page of one site, one of each type of the others; one of each type in other ways of looking too. */
const places = siteNames.flatMap((site): Place[] => {
  const types = oneOfEachType(site)
  const isWhole = site === wholeSite
  return (isWhole ? pagesOf(site) : types).map((path) => ({
    site,
    origin: found[site].server.origin,
    path,
    modes: isWhole && types.includes(path) ? modes : [],
  }))
})

const idle: Visitor[] = []
const visits = new Map<string, Promise<Visit>>()
/** One look serves all the checks of a page. As many tabs are open as tests run at once. */
function visit(place: Place): Promise<Visit> {
  const url = place.origin + place.path
  const made = visits.get(url) ?? look(place)
  visits.set(url, made)
  return made
}
async function look(place: Place): Promise<Visit> {
  const visitor = idle.pop() ?? (await openTab(browser))
  return visitor(place).finally(() => idle.push(visitor))
}

for (const check of checks)
  describe(`every page ${check.name}`, () => {
    const concerned = places.filter(({ path, site }) => check.concerns?.(path, site) ?? true)
    test.concurrent.each(concerned)('$site $path', async (place) => {
      expect(await check.find(await visit(place))).toEqual([])
    })
  })

describe.each(modes)('$name', (mode) => {
  const looked = places.filter((place) => place.modes.includes(mode))
  test.concurrent.each(looked)('$path has no findings', async (place) => {
    expect((await visit(place)).inModes.get(mode.name)).toEqual([])
  })
})
