/** Every address outside this site that content names, with the files that name it. */
import { type Law, lawSchema, lawUrl } from '#editorial/law.ts'
import { proseLinks } from '#editorial/prose.ts'
import type { ContentFile } from './content-files.ts'

/** @returns address → files, an address without its fragment, for that never reaches a server */
export function listLinks(files: readonly ContentFile[]): Map<string, string[]> {
  const laws = lawsIn(files)
  const links = new Map<string, string[]>()
  for (const { file, data, body } of files) {
    const urls = [...addressesIn(data), ...citationsIn(data, laws), ...(body === '' ? [] : proseLinks(body))]
    for (const url of new Set(urls.map((each) => each.replace(/#.*$/, ''))))
      links.set(url, [...(links.get(url) ?? []), file])
  }
  return links
}

function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^https?:\/\/\S+$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : []
}

/** A cited paragraph becomes a link to Lovdata when the page is drawn. */
function citationsIn(value: unknown, laws: ReadonlyMap<string, Law>): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { law: name, paragraph } = value as { law?: unknown; paragraph?: unknown }
  const law = laws.get(String(name))
  const own = law && typeof paragraph === 'string' ? [lawUrl(law, paragraph)] : []
  return [...own, ...Object.values(value).flatMap((inner) => citationsIn(inner, laws))]
}

function lawsIn(files: readonly ContentFile[]): ReadonlyMap<string, Law> {
  const laws = files.filter(({ path }) => path.startsWith('laws/'))
  return new Map(
    laws.map(({ path, data }) => [path.slice('laws/'.length, -'.yaml'.length), lawSchema.parse(data)]),
  )
}
