/** A place to turn: a help line, an organisation, a meeting place or a website. */
import { z } from 'zod'
import { day, optional, phone, text, webAddress } from './field.ts'
import { type Audience, audienceLabels, audiences } from './page.ts'
import { source } from './source.ts'

export const levels = ['lokalt', 'regionalt', 'nasjonalt'] as const
export const resourceKinds = [
  'hjelpetelefon',
  'kurs',
  'moteplass',
  'samtalegruppe',
  'likeperson',
  'organisasjon',
  'nettsted',
  'offentlig',
] as const

/** What an editor sees, where the key is not the word itself. */
export const kindLabels: Partial<Readonly<Record<(typeof resourceKinds)[number], string>>> = {
  moteplass: 'Møteplass',
}

/** What it can be about. The words for them are in `content/pages/<locale>/resources.yaml`. */
export const situations = [
  'alle',
  'demens',
  'kreft',
  'annen-sykdom',
  'psykisk-sykdom',
  'rus',
  'livets-slutt',
  'sorg',
  'sykt-barn',
  'funksjonsnedsettelse',
  'vold',
  'penger',
] as const

/** Of what may be unknown, which is not the same as no. */
const yesOrNo = (label: string) =>
  optional(z.boolean()).meta({ label, hint: '«Vet ikke» til noen har bekreftet det', input: 'yesNo' })

export const resourceSchema = z.strictObject({
  name: text().meta({ label: 'Navn' }),
  summary: text().max(200).meta({ label: 'Hva det er', hint: 'Én eller to korte setninger' }),
  kind: z.enum(resourceKinds).meta({ label: 'Type', choices: kindLabels }),
  level: z.enum(levels).meta({ label: 'Nivå' }),
  audiences: z
    .array(z.enum(audiences).meta({ choices: audienceLabels }))
    .min(1)
    .meta({ label: 'For hvem' }),
  situations: z
    .array(z.enum(situations))
    .min(1)
    .meta({ label: 'Hva det handler om', hint: '«alle» når det passer for alle pårørende' }),
  counties: z.array(text()).default([]).meta({
    label: 'Fylker',
    hint: 'Vises bare i kommuner i disse fylkene. Tomt betyr hele landet',
    input: 'words',
  }),
  phone: optional(phone()).meta({ label: 'Telefon' }),
  sms: optional(phone()).meta({ label: 'SMS' }),
  website: optional(webAddress()).meta({ label: 'Nettsted' }),
  chat: optional(webAddress()).meta({ label: 'Chat' }),
  address: optional(text()).meta({ label: 'Adresse' }),
  openingHours: z.array(text()).default([]).meta({
    label: 'Åpningstid',
    one: 'linje',
    hint: 'Én linje for hver kanal, for eksempel «Telefon: hele døgnet»',
  }),
  free: yesOrNo('Gratis'),
  anonymous: yesOrNo('Anonymt'),
  urgent: z.boolean().default(false).meta({ label: 'Akutt', hint: 'Vises øverst, for eksempel 113' }),
  order: z.int().default(50).meta({ label: 'Rekkefølge', hint: 'Lavt tall kommer først' }),
  seenYear: optional(z.int().min(2000).max(2100)).meta({
    label: 'Sist sett',
    hint: 'Året, når opplysningen er gammel eller ikke bekreftet. Da ber siden leseren om å sjekke',
  }),
  sources: z.array(source).min(1).meta({ label: 'Kilder', one: 'kilde' }),
  confirmedAt: optional(day()).meta({ label: 'Bekreftet', hint: 'Dagen noen ringte eller sjekket selv' }),
})
export type Resource = z.output<typeof resourceSchema>

/** Whether people in a county are shown it. While the county is not known, only what serves the whole country. */
export const serves = (place: Pick<Resource, 'counties'>, county: string | undefined): boolean =>
  place.counties.length === 0 || (county !== undefined && place.counties.includes(county))

/** The places that speak to an audience, in the order given: the emergency numbers apart from the rest. */
export function placesFor<Place extends Resource>(places: readonly Place[], audience: Audience) {
  const theirs = places.filter((each) => each.audiences.includes(audience))
  return { urgent: theirs.filter((each) => each.urgent), lines: theirs.filter((each) => !each.urgent) }
}
