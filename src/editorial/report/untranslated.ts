/** Pages that a language lacks, and translations that are older than what they translate. */
import { pageCheckedAt } from '../page.ts'
import { mainLocale } from '../site.ts'
import type { ReportedPage } from './content.ts'
import type { Finding } from './finding.ts'

/** @returns one finding for each page, naming the languages; nothing when there is only one language */
export function untranslated(pages: readonly ReportedPage[]): Finding[] {
  const others = [...new Set(pages.map((page) => page.locale))].filter((locale) => locale !== mainLocale)
  const find = (name: string, locale: string) =>
    pages.find((page) => page.name === name && page.locale === locale)
  return pages
    .filter((page) => page.locale === mainLocale)
    .flatMap((page) => {
      const missing = others.filter((locale) => !find(page.name, locale))
      const old = others.filter((locale) => isOlder(find(page.name, locale), page))
      const lines = [
        ...(missing.length > 0 ? [`Mangler på ${missing.join(', ')}.`] : []),
        ...(old.length > 0 ? [`Kildene er lest på nytt siden oversettelsen til ${old.join(', ')}.`] : []),
      ]
      return lines.length > 0 ? [{ file: page.file, lines }] : []
    })
}

function isOlder(translation: ReportedPage | undefined, page: ReportedPage): boolean {
  const [theirs, ours] = [translation && pageCheckedAt(translation.data), pageCheckedAt(page.data)]
  return theirs !== undefined && ours !== undefined && theirs < ours
}
