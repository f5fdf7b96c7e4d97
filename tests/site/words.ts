/** What a page of a language must say, from the words that it is drawn with. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Interface, mainLocale } from '#editorial/site.ts'
import type { Young } from '#editorial/young.ts'

const read = (path: string): unknown => parse(readFileSync(`content/pages/${path}`, 'utf8'))

/** @param locale the page's own `<html lang>` */
export const wordsOf = (locale: string) => read(`${locale}/interface.yaml`) as Interface

/** The words of the pages for children and youth. */
export const youngWordsOf = (locale: string) => read(`${locale}/young.yaml`) as Young

/** The languages beside Norwegian: each is a folder. */
const otherLocales = readdirSync('content/pages').filter((folder) => folder !== mainLocale)

/** The language that a path belongs to, when it is not Norwegian. `/om/` is a page, not a language. */
export const otherLocaleOf = (path: string): string | undefined =>
  otherLocales.find((locale) => path.startsWith(`/${locale}/`))

/** Whether a text holds the words, with anything that fits in place of `{dato}` and the like. */
export function says(text: string, words: string, hole: RegExp): boolean {
  const literal = words.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(literal.join(hole.source)).test(text)
}
