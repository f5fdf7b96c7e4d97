import { mainLocale } from '#editorial/site.ts'
import type { Check } from '../check.ts'
import { otherLocaleOf, wordsOf } from '../words.ts'

/** The sentences around a text, without the names that stay the same in every language. */
function sentences(locale: string): string[] {
  const { menu, about, sections, contact, language, ...words } = wordsOf(locale)
  const { offices, ...calls } = contact
  const all = Object.values({ ...words, ...words.blocks, ...calls }).filter(
    (each) => typeof each === 'string',
  )
  return all.flatMap((each) => each.split(/\{[^}]+\}/)).filter((part) => part.trim().length > 8)
}

export const language: Check = {
  name: 'speaks its own language around the text too',
  concerns: (path) => otherLocaleOf(path) !== undefined,
  find: ({ path, facts }) => {
    const locale = otherLocaleOf(path)
    const foreign = sentences(mainLocale).filter((part) => facts.bodyText.includes(part))
    return [
      ...(facts.locale === locale ? [] : [`expected <html lang="${locale}">, got ${facts.locale}`]),
      ...foreign.map((part) => `expected ${locale} only, got «${part}»`),
    ]
  },
}
