/** News as an Atom feed (RFC 4287). Stamps come from the content, so that the same content gives the same bytes. */
import type { NewsItem } from './news.ts'
import { oneLine } from './plain-text.ts'

/** An Atom feed must say when it was updated. One without news says the day that this format was chosen. */
const noNews = '2026-11-21T00:00:00Z'

/**
 * @param feed.site the public address of the site; the feed's own id is built on it
 * @example atom({ title: 'Nytt i Fjordvik', author: 'Fjordvik kommune', path: '/nyheter.atom', site, news: [] })
 */
export function atom({
  title,
  author,
  path,
  site,
  news,
}: {
  title: string
  author: string
  path: string
  site: string | URL
  news: readonly NewsItem[]
}): string {
  const address = (to: string) => new URL(to, site).href
  const entries = news.map((item) => [
    '<entry>',
    `<id>${escapeXml(item.id)}</id>`,
    `<title>${escapeXml(item.title)}</title>`,
    `<updated>${item.at}</updated>`,
    `<link href="${escapeXml(address(item.path))}"/>`,
    `<content type="text">${escapeXml(item.text)}</content>`,
    '</entry>',
  ])
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">',
    `<id>${escapeXml(address(path))}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<updated>${news[0]?.at ?? noNews}</updated>`,
    `<link rel="self" href="${escapeXml(address(path))}"/>`,
    `<link href="${escapeXml(address('/kalender/'))}"/>`,
    ...entries.flat(),
    '</feed>',
    '',
  ].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** U+FFFE and U+FFFF are no characters of XML, though Unicode text may hold them. */
const escapeXml = (text: string): string =>
  oneLine(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? '')
