/**
 * The flyers: code owns which there are, what each is filled with and where its link leads; their words are content,
 * `content/flyers/<slug>.yaml`.
 */
import { z } from 'zod'
import { optional, text } from './field.ts'
import { source } from './source.ts'

interface FlyerDefinition {
  /** Its address, read aloud: `/p/<short>/<channel>/`. */
  readonly short: string
  /** The page that its link leads to: a form, or a page to read. */
  readonly opens: string
  /** Whether sign-ups come of it, so that each channel has a copy of its own. */
  readonly counted: boolean
  /** What of the municipality's own stands on it, after the sections. */
  readonly filledWith?:
    | 'next-course'
    | 'course'
    | 'cafes'
    | 'cafe-plan'
    | 'allocation'
    | 'help-line'
    | 'help-lines'
  /** Which of the coordinator's lines about volunteers it repeats. */
  readonly line?: 'free' | 'needed'
  /** On a screen only while there is something to come to. */
  readonly needsDates?: true
  /** So much to read that the type would be too small on half of it: there is no A5. */
  readonly fillsSheet?: true
  readonly audience: 'adults' | 'staff' | 'youth'
}

const flyers = {
  'frivillige-sokes': {
    short: 'frivillig',
    opens: '/bli-frivillig/',
    counted: true,
    filledWith: 'next-course',
    line: 'needed',
    audience: 'adults',
  },
  'til-deg-som-er-parorende': {
    short: 'kaffe',
    opens: '/ta-en-kaffe/',
    counted: true,
    line: 'free',
    filledWith: 'help-line',
    audience: 'adults',
  },
  'kafe-etter-pa': {
    short: 'kafe',
    opens: '/kafe/',
    counted: false,
    filledWith: 'cafes',
    needsDates: true,
    audience: 'adults',
  },
  'kafe-halvaret': {
    short: 'halvaret',
    opens: '/kafe/',
    counted: false,
    filledWith: 'cafe-plan',
    fillsSheet: true,
    audience: 'adults',
  },
  kurs: {
    short: 'kurs',
    opens: '/kurs/',
    counted: true,
    filledWith: 'course',
    needsDates: true,
    audience: 'adults',
  },
  'til-fastlegen': {
    short: 'lege',
    opens: '/ta-en-kaffe/',
    counted: true,
    filledWith: 'allocation',
    fillsSheet: true,
    line: 'free',
    audience: 'staff',
  },
  'barn-og-unge': {
    short: 'unge',
    opens: '/barn-og-unge/',
    counted: false,
    filledWith: 'help-lines',
    audience: 'youth',
  },
} as const satisfies Record<string, FlyerDefinition>

export type FlyerSlug = keyof typeof flyers
export const flyerSlugs = Object.keys(flyers) as FlyerSlug[]
export const definitionOf = (slug: FlyerSlug): FlyerDefinition => flyers[slug]

export const isFlyerSlug = (slug: string): slug is FlyerSlug => flyerSlugs.some((each) => each === slug)

/** The flyer with that short address; nothing for another word. */
export const findFlyer = (short: string | undefined): FlyerSlug | undefined =>
  flyerSlugs.find((slug) => flyers[slug].short === short)

/** What it is printed on, what most use first. */
export const papersOf = (slug: FlyerSlug): readonly ('A3' | 'A4' | 'A5')[] =>
  definitionOf(slug).fillsSheet ? ['A4', 'A3'] : ['A4', 'A5', 'A3']

/** Where a flyer's own page is. */
export const flyerPath = (slug: FlyerSlug): string => `/plakater/${slug}/`

/**
 * The path on a flyer. Without a channel it is that of the page itself, so that it works wherever the site lies.
 *
 * @example flyerLink('frivillige-sokes', 'tannlege') // '/p/frivillig/tannlege/'
 */
export function flyerLink(slug: FlyerSlug, channel?: string): string {
  const { short, opens, counted } = definitionOf(slug)
  return channel && counted ? `/p/${short}/${channel}/` : opens
}

const section = z.strictObject({
  heading: text().max(50).meta({ label: 'Overskrift' }),
  text: optional(text().max(300)).meta({ label: 'Tekst', hint: 'Korte setninger. Skal leses stående' }),
  points: z
    .array(text().max(180))
    .max(6)
    .default([])
    .meta({ label: 'Punkter', one: 'punkt', hint: 'Én linje hver, høyst seks' }),
})

export const flyerSchema = z.strictObject({
  name: text().max(50).meta({ label: 'Navn', hint: 'Det dere kaller plakaten' }),
  description: text()
    .max(160)
    .meta({ label: 'Kort om plakaten', hint: 'Vises i oversikten og i søkemotorer' }),
  where: text()
    .max(200)
    .meta({ label: 'Hvor den passer', hint: 'Steder og kanaler, til dem som henger opp' }),
  title: text().max(45).meta({
    label: 'Overskrift',
    hint: 'Stor på plakaten. [kommune] blir navnet på kommunen, her og i teksten under',
  }),
  intro: text().max(160).meta({ label: 'Ingress', hint: 'Én eller to korte setninger' }),
  sections: z.array(section).max(4).meta({ label: 'Deler', one: 'del' }),
  filled: optional(
    z.strictObject({
      heading: text().max(50).meta({ label: 'Overskrift' }),
      nothing: text().max(200).meta({
        label: 'Når det ikke er noe å vise',
        hint: 'For eksempel når ingen dato er bekreftet',
      }),
    }),
  ).meta({ label: 'Datoer eller telefoner', hint: 'Selve listen kommer fra kalenderen og fra tilbudene' }),
  action: text().max(60).meta({ label: 'Ved QR-koden', hint: 'Hva leseren gjør. Adressen kommer under' }),
  contact: text().max(60).meta({ label: 'Foran telefonnummeret' }),
  unconfirmed: text().max(120).meta({
    label: 'Når nummeret ikke er bekreftet',
    hint: 'Står i stedet for nummeret. Si hvem leseren kan spørre',
  }),
  slide: optional(
    z.strictObject({
      heading: text().max(40).meta({ label: 'Overskrift', hint: 'Leses på flere meters avstand' }),
      text: text().max(100).meta({ label: 'Under det', hint: 'Én kort setning' }),
    }),
  ).meta({ label: 'På infoskjermen', hint: 'Tom når plakaten ikke skal dit' }),
  sources: z.array(source).default([]).meta({ label: 'Kilder', one: 'kilde' }),
})
export type Flyer = z.output<typeof flyerSchema>
