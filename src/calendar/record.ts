/** What a café and a course have in common: their names, who stands behind the facts, and an address on the site. */
import { z } from 'zod'
import { day, optional, text } from '#editorial/field.ts'
import { type Contact, contact, type Municipality } from '#editorial/municipality.ts'
import { source } from '#editorial/source.ts'

export const nameFields = {
  title: text().max(60).meta({ label: 'Navn' }),
  summary: text().max(160).meta({ label: 'Kort fortalt', hint: 'Én eller to korte setninger' }),
  description: z
    .array(text())
    .default([])
    .meta({ label: 'Mer om dette', hint: 'Ett felt for hvert avsnitt', one: 'avsnitt' }),
}

export const recordFields = {
  contact: optional(contact).meta({
    label: 'Hvem du kan spørre',
    hint: 'Tom gir koordinatoren, eller servicekontoret når ingen er bekreftet',
  }),
  seenYear: optional(z.int().min(2000).max(2100)).meta({
    label: 'Sist sett',
    hint: 'Året opplysningene er fra, når de ikke er bekreftet',
  }),
  confirmedAt: optional(day()).meta({
    label: 'Bekreftet',
    hint: 'Dagen noen ringte og sjekket. Tom gir «Ikke bekreftet – ring først»',
  }),
  sources: z.array(source).default([]).meta({ label: 'Kilder', one: 'kilde' }),
  createdAt: day().meta({ label: 'Laget', hint: 'Dagen dette ble lagt inn her', input: 'today' }),
  updatedAt: optional(day()).meta({ label: 'Oppdatert', hint: 'Dagen teksten sist ble endret' }),
}

/** Where a file is found on the site, and whom to ask about it. */
export interface Placed {
  readonly slug: string
  readonly path: string
  /** What keeps UIDs apart between municipalities: the domain, `hamar.kommune.no`, or a made-up one while none is known. */
  readonly host: string
  readonly contact: Contact | undefined
}

/** Paths below `/kafe/` and `/kurs/` that are pages of their own, and a name that is none. */
const reserved = ['onske', 'pamelding', 'plass', 'kvittering', 'index']

/**
 * Gives the file its address and its contact.
 *
 * @param folder `cafes` or `courses`, for the error
 * @param slug the file's name without the ending
 * @throws in Norwegian when the name cannot be an address on the site
 */
export function placeOnSite(
  folder: string,
  section: '/kafe/' | '/kurs/',
  slug: string,
  own: Contact | undefined,
  municipality: Municipality,
): Placed {
  const refuse = (why: string) =>
    new Error(`${folder}/${slug}.yaml: filnavnet ${why}. Gi filen et annet navn`)
  if (reserved.includes(slug)) throw refuse(`«${slug}» er opptatt av en side på nettstedet`)
  // No full stop, so that no file can be called the same as a feed: /kafe/etter-pa.ics.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw refuse('kan bare ha små bokstaver a–z, tall og bindestrek')
  const { name, website, respite, switchboard } = municipality
  return {
    slug,
    path: `${section}${slug}/`,
    host: new URL(website ?? `https://${name.replaceAll(' ', '-')}.invalid`).hostname.replace(/^www\./, ''),
    contact: own ?? (respite?.confirmedAt ? respite : switchboard),
  }
}
