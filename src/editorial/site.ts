/** What every page is drawn with: the municipality, the language, and the words around the text. */
import { z } from 'zod'
import { sitePath, text } from './field.ts'
import type { Municipality } from './municipality.ts'

/** A line of a menu. */
export const link = z.strictObject({
  href: sitePath().meta({ label: 'Lenke' }),
  title: text().max(40).meta({ label: 'Tittel' }),
})

/** The words of header, footer and boxes in one language: `content/pages/<locale>/interface.yaml`. */
export const interfaceSchema = z.strictObject({
  language: text().meta({ label: 'Språk', hint: 'Navnet på språket, på språket selv' }),
  draft: text().meta({ label: 'Utkast', hint: '{kommune} blir kommunens navn' }),
  skip: text().meta({ label: 'Hopp til innholdet' }),
  inPlace: text().meta({ label: 'Under navnet', hint: '{sted} blir stedets navn' }),
  call: text().meta({ label: 'Over telefonnummeret', hint: '{navn} blir navnet på den du ringer' }),
  menuLabel: text().meta({ label: 'Navn på hovedmenyen' }),
  menu: z.array(link).min(1).max(6).meta({ label: 'Hovedmeny' }),
  crumbsLabel: text().meta({ label: 'Navn på brødsmulene' }),
  front: text().meta({ label: 'Forsiden' }),
  help: text().meta({ label: 'Hjelp nederst på siden', hint: '{navn} blir navnet på den du ringer' }),
  emergency: text().meta({ label: 'Akutt nederst på siden' }),
  aboutLabel: text().meta({ label: 'Navn på bunnmenyen' }),
  about: z.array(link).min(1).meta({ label: 'Bunnmeny' }),
  noTracking: text().meta({ label: 'Om sporing' }),
  firstStep: text().meta({ label: 'Neste steg' }),
  whoDecides: text().meta({ label: 'Hvem bestemmer' }),
  money: text().meta({ label: 'Penger' }),
  refused: text().meta({ label: 'Hvis du får nei' }),
  related: text().meta({ label: 'Les også' }),
  sources: text().meta({ label: 'Kilder' }),
  checked: text().meta({ label: 'Kontrollert', hint: '{dato} blir datoen' }),
})
export type Interface = z.output<typeof interfaceSchema>

/** The languages, by the folder under `content/pages/` and the tag of BCP 47. */
export const locales = ['nb'] as const
export type Locale = (typeof locales)[number]

export interface Site {
  readonly locale: Locale
  readonly municipality: Municipality
  readonly words: Interface
}

/**
 * Puts names into a text of the interface.
 *
 * @throws when the text has a hole that is not filled
 * @example fill('Ring {navn}', { navn: 'Pårørendelinjen' }) // 'Ring Pårørendelinjen'
 */
export function fill(words: string, names: Readonly<Record<string, string>>): string {
  return words.replace(/\{([^}]+)\}/g, (hole, name: string) => {
    const value = names[name]
    if (value === undefined) throw new Error(`expected one of ${Object.keys(names).join(', ')}, got ${hole}`)
    return value
  })
}
