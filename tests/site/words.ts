/** What a page of a language must say, from the words that it is drawn with. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Interface } from '#editorial/site.ts'

/** @param locale the page's own `<html lang>` */
export function wordsOf(locale: string): Interface {
  return parse(readFileSync(`content/pages/${locale}/interface.yaml`, 'utf8')) as Interface
}

/** Whether a text holds the words, with anything that fits in place of `{dato}` and the like. */
export function says(text: string, words: string, hole: RegExp): boolean {
  const literal = words.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(literal.join(hole.source)).test(text)
}
