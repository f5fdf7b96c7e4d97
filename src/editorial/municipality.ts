/** Everything that is true of one municipality only. A new municipality is a new folder with such a file. */
import { z } from 'zod'
import { day, optional, phone, text, webAddress } from './field.ts'
import { source } from './source.ts'

const themes = ['skog', 'fjord', 'lyng'] as const

/** A way to reach an office. Without `confirmedAt` it is shown as «ikke bekreftet», or not at all. */
export const contact = z.strictObject({
  name: text().meta({ label: 'Navn', hint: 'For eksempel Tildeling og koordinering' }),
  phone: optional(phone()).meta({ label: 'Telefon' }),
  email: optional(z.email()).meta({ label: 'E-post', hint: 'En felles adresse, aldri en persons' }),
  address: optional(text()).meta({ label: 'Adresse' }),
  website: optional(webAddress()).meta({ label: 'Nettsted' }),
  openingHours: optional(text()).meta({ label: 'Åpningstid' }),
  seenYear: optional(z.int()).meta({
    label: 'Sist sett',
    hint: 'Året opplysningen er fra, når den ikke er bekreftet',
  }),
  confirmedAt: optional(day()).meta({ label: 'Bekreftet', hint: 'Dagen noen ringte og sjekket' }),
  source: optional(source).meta({ label: 'Kilde' }),
})
export type Contact = z.output<typeof contact>

export const municipalitySchema = z.strictObject({
  name: text().meta({ label: 'Navn', hint: 'For eksempel Hamar' }),
  officialName: text().meta({ label: 'Fullt navn', hint: 'For eksempel Hamar kommune' }),
  county: optional(text()).meta({
    label: 'Fylke',
    hint: 'For eksempel Innlandet. Uten det vises bare tilbud for hele landet og kommunen',
  }),
  website: optional(webAddress()).meta({
    label: 'Kommunens nettsted',
    hint: 'Åpne det, og kopier adressen. Tom gir navnet på kommunen uten lenke',
  }),
  theme: z.enum(themes).meta({ label: 'Farger' }),
  invented: z.boolean().default(false).meta({
    label: 'Oppdiktet',
    hint: 'Bare for demonstrasjon. Et slikt nettsted kan ikke settes i drift',
  }),
  approvedAt: optional(day()).meta({
    label: 'Godkjent',
    hint: 'Dagen kommunen godkjente innholdet. Tom betyr utkast',
  }),
  areas: z.array(text()).default([]).meta({
    label: 'Områder',
    hint: 'Bydeler eller soner som skjemaene spør om. Tom gir et tekstfelt',
    input: 'words',
  }),
  retention: z
    .record(z.string(), z.int().min(1).max(120).meta({ label: 'Måneder' }))
    .default({})
    .meta({
      label: 'Hvor lenge svar lagres',
      hint: 'Måneder for hvert skjema. Uten tall gjelder det skjemaet selv sier',
    }),
  archiveBeforePurge: optional(
    z.string().regex(/^age1[a-z0-9]{20,}$/, 'Skal være en offentlig age-nøkkel: age1…'),
  ).meta({
    label: 'Arkiver før sletting',
    hint: 'Offentlig age-nøkkel til kommunens arkiv. Svar krypteres til den før de slettes. Tom gir ingen arkivering',
  }),
  owners: z
    .array(
      z.strictObject({
        role: text().meta({ label: 'Rolle', hint: 'Som i feltet Ansvarlig på en side' }),
        email: z.email().meta({ label: 'E-post', hint: 'En felles adresse, aldri en persons' }),
      }),
    )
    .default([])
    .meta({
      label: 'Hvem som steller med sidene',
      one: 'ansvarlig',
      hint: 'Felles postkasser som får beskjed om sider de har ansvar for. Uten linje går beskjeden til koordinatoren',
    }),
  policeCertificate: optional(z.enum(['required', 'not-required'])).meta({
    label: 'Politiattest for frivillige',
    hint: 'Velg om dere ber om politiattest. Ingen frivillig blir ledig før dere har valgt',
    choices: { required: 'Vi ber om politiattest', 'not-required': 'Vi ber ikke om politiattest' },
  }),
  respite: optional(contact).meta({
    label: 'Koordinator for frivillig avlastning',
    hint: 'Telefonen på hver side, når den er bekreftet',
  }),
  allocation: optional(contact).meta({ label: 'Tildelingskontor', hint: 'Der du søker om avlastning' }),
  volunteerCentre: optional(contact).meta({ label: 'Frivilligsentral' }),
  switchboard: optional(contact).meta({ label: 'Servicekontor' }),
})
export type Municipality = z.output<typeof municipalitySchema>

/** A number that every page of an audience shows. `local` says whether it is the municipality's own. */
export interface PublicPhone {
  readonly name: string
  readonly number: string
  readonly local: boolean
}

/** The national numbers that stand in until a local one is confirmed. Sources: the resources of the same names. */
const parorendelinjen: PublicPhone = { name: 'Pårørendelinjen', number: '90 90 48 48', local: false }
const alarmtelefonen: PublicPhone = {
  name: 'Alarmtelefonen for barn og unge',
  number: '116 111',
  local: false,
}

/**
 * The number to show at the top of a page: the coordinator's once it is confirmed, else a national help line.
 *
 * @example publicPhone(hamar, 'children').number // '116 111'
 */
export function publicPhone(
  municipality: Municipality,
  audience: 'adults' | 'youth' | 'children' | 'staff',
): PublicPhone {
  if (audience === 'children' || audience === 'youth') return alarmtelefonen
  const { respite } = municipality
  if (respite?.phone && respite.confirmedAt) return { name: respite.name, number: respite.phone, local: true }
  return parorendelinjen
}

/** An approved site is public; a draft says so on every page and asks search engines to stay away. */
export const isDraft = (municipality: Municipality) => municipality.approvedAt === undefined
