/** Finds every page of a running site, from the front page and from the files of the build, with its links. */
import { globSync } from 'node:fs'
import { join } from 'node:path'

export interface Crawled {
  readonly path: string
  readonly status: number
  readonly isPage: boolean
  readonly ids: ReadonlySet<string>
  readonly links: readonly URL[]
}

/** Error pages are shown at other addresses than their own. */
const errorPage = /^\/(feil\/)?\d{3}(\.html|\/)$/

/** @returns every address of the site that was found, by its path with query */
export async function crawl(origin: string, buildFolder: string): Promise<Map<string, Crawled>> {
  const built = globSync('**/*.html', { cwd: join(buildFolder, 'client') })
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .filter((path) => !errorPage.test(path))
  const found = new Map<string, Crawled>()
  const waiting = [...new Set(['/', '/sok/', ...built])]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path)) continue
    const page = await fetchPage(origin, path)
    found.set(path, page)
    waiting.push(...page.links.filter((link) => link.origin === origin).map(addressOf))
  }
  return found
}

/** Every page leads to the form for feedback with its own path: wherever one comes from, that is one page. */
export const addressOf = ({ pathname, search }: URL) =>
  pathname === '/tilbakemelding/' ? pathname : pathname + search

async function fetchPage(origin: string, path: string): Promise<Crawled> {
  const response = await fetch(origin + path)
  const text = await response.text()
  const isPage = /^text\/html/.test(response.headers.get('content-type') ?? '')
  // Text between tags holds no quotes that look like these: they are written as entities.
  const values = (pattern: RegExp) =>
    isPage ? [...text.matchAll(pattern)].map((match) => decode(match[1] ?? '')) : []
  return {
    path,
    status: response.status,
    isPage,
    ids: new Set(values(/\sid="([^"]*)"/g)),
    links: values(/<(?:a|area)\s[^>]*?href="([^"]*)"/g)
      .concat(values(/<(?:img|source|track)\s[^>]*?src="([^"]*)"/g))
      .map((href) => new URL(href, origin + path)),
  }
}

const decode = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"')

/**
 * Links of the site that lead nowhere: a missing page, or a fragment that no element carries. One line for each
 * target, with the pages that link to it.
 */
export function brokenLinks(origin: string, pages: ReadonlyMap<string, Crawled>): string[] {
  const broken = new Map<string, string[]>()
  for (const page of pages.values())
    for (const link of page.links.filter((each) => each.origin === origin)) {
      const target = pages.get(addressOf(link))
      const fragment = decodeURIComponent(link.hash.slice(1))
      if (target?.status === 200 && (fragment === '' || target.ids.has(fragment))) continue
      const name =
        target?.status === 200 ? `${link.pathname}#${fragment}` : `${link.pathname} (${target?.status})`
      broken.set(name, [...(broken.get(name) ?? []), page.path])
    }
  return [...broken].map(([target, from]) => `${target} ← ${[...new Set(from)].slice(0, 5).join(', ')}`)
}

export function externalLinks(origin: string, pages: ReadonlyMap<string, Crawled>): string[] {
  const links = [...pages.values()].flatMap((page) => page.links)
  return [
    ...new Set(
      links
        .filter((link) => link.origin !== origin && /^https?:$/.test(link.protocol))
        .map((link) => link.href),
    ),
  ].sort()
}

/**
 * Pages of the same kind look the same, so that one of them stands for all in the dearer checks.
 *
 * @example pageType('/rettigheter/avlastning/') // '/rettigheter/*'
 */
export function pageType(path: string): string {
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '')
  return first === '' ? '/' : `/${first}/${rest.map(() => '*').join('/')}`
}
