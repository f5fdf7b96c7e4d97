/** What every page is drawn with: the municipality, the language, and the words around the text. */
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { blockWords, contactWords } from './block-words.ts'
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
  notTranslated: text().meta({ label: 'Ikke oversatt', hint: 'I parentes, på dette språket' }),
  dates: text().meta({ label: 'Datoer skrives som på', hint: 'Språk og land: nb-NO, en-GB, pl-PL' }),
  notices: text().meta({ label: 'Navn på meldingene', hint: 'Leses opp for den som ikke ser siden' }),
  draft: text().meta({ label: 'Utkast', hint: '{kommune} blir kommunens navn' }),
  skip: text().meta({ label: 'Hopp til innholdet' }),
  inPlace: text().meta({ label: 'Under navnet', hint: '{sted} blir stedets navn' }),
  call: text().meta({ label: 'Over telefonnummeret', hint: '{navn} blir navnet på den du ringer' }),
  menuLabel: text().meta({ label: 'Navn på hovedmenyen' }),
  menu: z.array(link).min(1).max(6).meta({ label: 'Hovedmeny', one: 'lenke' }),
  crumbsLabel: text().meta({ label: 'Navn på brødsmulene' }),
  front: text().meta({ label: 'Forsiden' }),
  help: text().meta({ label: 'Hjelp nederst på siden', hint: '{navn} blir navnet på den du ringer' }),
  emergency: text().meta({ label: 'Akutt nederst på siden' }),
  aboutLabel: text().meta({ label: 'Navn på bunnmenyen' }),
  about: z.array(link).min(1).meta({ label: 'Bunnmeny', one: 'lenke' }),
  feedback: text().meta({ label: 'Lenke til tilbakemelding', hint: 'Nederst på alle sider for voksne' }),
  noTracking: text().meta({ label: 'Om sporing' }),
  sections: z
    .strictObject({
      rights: text().meta({ label: 'Rettigheter' }),
      adults: text().meta({ label: 'Voksne' }),
      youth: text().meta({ label: 'Unge' }),
      children: text().meta({ label: 'Barn' }),
      volunteer: text().meta({ label: 'Frivillige' }),
      staff: text().meta({ label: 'Ansatte' }),
      model: text().meta({ label: 'Modellen' }),
      cafe: text().meta({ label: 'Kafé' }),
      about: text().meta({ label: 'Om nettstedet' }),
    })
    .meta({ label: 'Navn på delene', hint: 'Vises i brødsmulene' }),
  firstStep: text().meta({ label: 'Neste steg' }),
  whoDecides: text().meta({ label: 'Hvem bestemmer' }),
  money: text().meta({ label: 'Penger' }),
  refused: text().meta({ label: 'Hvis du får nei' }),
  related: text().meta({ label: 'Les også' }),
  sources: text().meta({ label: 'Kilder' }),
  undated: text().meta({
    label: 'Kilder uten dato',
    hint: 'Vises når noen av kildene er gamle eller uten dato',
  }),
  checked: text().meta({ label: 'Kontrollert', hint: '{dato} blir datoen' }),
  blocks: blockWords.meta({
    label: 'Blokker i teksten',
    hint: 'Overskriften når redaktøren ikke har valgt en',
  }),
  contact: contactWords.meta({ label: 'Steder å ringe' }),
  share: z
    .strictObject({
      heading: text().meta({ label: 'Overskrift' }),
      mail: text().meta({ label: 'Knappen for e-post' }),
      copy: text().meta({ label: 'Knappen som kopierer adressen' }),
      copied: text().meta({ label: 'Når adressen er kopiert' }),
      sheet: text().meta({ label: 'Knappen til telefonens egen deling' }),
    })
    .meta({ label: 'Del siden', hint: 'Nederst på siden' }),
  printed: text().meta({ label: 'På papir', hint: '{dato} blir dagen siden er fra' }),
})
export type Interface = z.output<typeof interfaceSchema>

/** The language that every page has. The others have what their folder under `content/pages/` holds. */
export const mainLocale = 'nb'

/** A language, by its tag of BCP 47, and the paths that exist in it. */
export interface Language {
  readonly locale: string
  readonly words: Interface
  readonly paths: ReadonlySet<string>
}

export interface Site {
  readonly locale: string
  readonly municipality: Municipality
  readonly words: Interface
  readonly languages: readonly Language[]
  /** The day in Oslo that the page is drawn for: the build's, or that of the request. */
  readonly today: Temporal.PlainDate
}

/** @example localPath('/kafe/', 'en') // '/en/kafe/' */
export const localPath = (path: string, locale: string): string =>
  locale === mainLocale ? path : `/${locale}${path}`

/**
 * The same page in the other languages, or their front page where it is not translated.
 *
 * @param path the page's own path, with the prefix of its language
 */
export function translations(path: string, site: Pick<Site, 'locale' | 'languages'>) {
  const base = site.locale === mainLocale ? path : path.slice(site.locale.length + 1)
  return site.languages
    .filter((language) => language.locale !== site.locale)
    .map(({ locale, words, paths }) => {
      const wanted = localPath(base, locale)
      const translated = paths.has(wanted)
      return {
        locale,
        href: translated ? wanted : localPath('/', locale),
        title: translated ? words.language : `${words.language} (${words.notTranslated})`,
        translated,
      }
    })
}

/** @example sayDay(Temporal.PlainDate.from('2026-07-02'), { dates: 'en-GB' }) // '2 July 2026' */
export const sayDay = (date: Temporal.PlainDate, { dates }: Pick<Interface, 'dates'>): string =>
  date.toLocaleString(dates, { dateStyle: 'long' })

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
