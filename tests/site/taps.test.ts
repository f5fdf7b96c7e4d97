import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningSite, startSite } from '../site-server.ts'
import { buildFolder } from '../sites.ts'
import { addressOf, type Crawled, crawl } from './crawl.ts'

/** What people come for, the pages that answer it, and words of the answer. */
const questions: readonly { readonly want: string; readonly on: RegExp; readonly says: RegExp }[] = [
  {
    want: 'may I get avlastning, and who decides',
    on: /^\/rettigheter\/avlastning\/$/,
    says: /Hvem bestemmer[\s\S]*Kommunen/,
  },
  {
    want: 'what avlastning costs',
    on: /^\/rettigheter\/avlastning\/$/,
    says: /avlaste deg, er gratis[\s\S]*kroner/,
  },
  {
    want: 'who our primærkontakt is',
    on: /^\/rettigheter\/primaerkontakt\/$/,
    says: /primærkontakt/,
  },
  { want: 'how to complain', on: /^\/rettigheter\/klage-kommunen\/$/, says: /tre uker/ },
  { want: 'the next café', on: /^\/(kafe\/[^/]+\/)?$/, says: /<time datetime="2026-/ },
  { want: 'the café in my phone', on: /^\/(kalender|kafe\/[^/]+)\.ics$/, says: /BEGIN:VEVENT/ },
  { want: 'become a volunteer', on: /^\/bli-frivillig\/$/, says: /<form/ },
  { want: 'the next course', on: /^\/(kurs\/([^/]+\/)?|bli-frivillig\/)$/, says: /kurs/i },
  { want: 'report a need as staff', on: /^\/meld-behov\/$/, says: /<form/ },
  { want: 'a talk that binds nobody', on: /^\/ta-en-kaffe\/$/, says: /<form/ },
  { want: 'tell that a need has changed', on: /^\/endret-behov\/$/, says: /primærkontakt/ },
  { want: 'someone a teenager can talk to now', on: /^\/barn-og-unge\/$/, says: /href="tel:116111"/ },
  {
    want: 'leave from work',
    on: /^\/(rettigheter\/permisjon|er-du-parorende\/jobb-og-omsorg)\/$/,
    says: /fri/,
  },
  {
    want: 'money while I am away',
    on: /^\/(rettigheter\/pleiepenger-[^/]+|er-du-parorende\/jobb-og-omsorg)\/$/,
    says: /pleiepenger/i,
  },
]

/**
 * One list, filtered or month by month: each view is a choice of the reader's and no page of its own. A course is
 * signed up for on its own page.
 */
const isView = (path: string) => /^\/(tilbud|kalender)\/.|\/pamelding\/$/.test(path) || path.includes('?')

const site = 'fjordvik'
let server: RunningSite
let pages: ReadonlyMap<string, Crawled>
beforeAll(async () => {
  server = await startSite(site)
  pages = await crawl(server.origin, buildFolder(site))
})
afterAll(() => server?.stop())

/** The address that the build was made for: links to feeds are written out in full. */
const builtFor = 'http://localhost:4321'

/** The shortest way from a page to every other: the paths on it, the first and the last included. */
function waysFrom(start: string): Map<string, string[]> {
  const ways = new Map([[start, [start]]])
  for (const [path, way] of ways)
    for (const link of pages.get(path)?.links ?? []) {
      const to = addressOf(link)
      if ([server.origin, builtFor].includes(link.origin) && !ways.has(to)) ways.set(to, [...way, to])
    }
  return ways
}

describe('two taps from the front page', () => {
  test('answer what people come for', async () => {
    const ways = [...waysFrom('/')].sort(([, a], [, b]) => a.length - b.length)
    const found = await Promise.all(
      questions.map(async ({ want, on, says }) => {
        for (const [path, way] of ways.filter(([each]) => on.test(each)))
          if (says.test(await (await fetch(server.origin + path)).text())) return { want, way }
        return { want, way: undefined }
      }),
    )
    const lines = found.map(
      ({ want, way }) => `${way ? way.length - 1 : '–'}  ${want.padEnd(38)} ${way?.join(' → ')}`,
    )
    console.log(`taps\n${lines.join('\n')}`)
    expect(found.filter(({ way }) => !way || way.length > 3)).toEqual([])
  })

  test('lead to every page, in each language from its own front page', () => {
    const paths = [...pages.values()]
      .filter((page) => page.isPage && page.status === 200)
      .map((page) => page.path)
    const fronts = ['/', ...paths.filter((path) => /^\/[a-z]{2}\/$/.test(path))]
    expect(paths.length).toBeGreaterThan(50)
    const far = fronts.flatMap((front) => {
      const ways = waysFrom(front)
      const own = (path: string) => (front === '/' ? !/^\/[a-z]{2}\//.test(path) : path.startsWith(front))
      return paths
        .filter((path) => own(path) && !isView(path) && (ways.get(path)?.length ?? 99) > 3)
        .map((path) => ways.get(path)?.join(' → ') ?? `no way to ${path}`)
    })
    expect(far).toEqual([])
  })
})
