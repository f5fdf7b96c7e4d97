/** A café where relatives meet: `content/municipalities/<municipality>/cafes/<slug>.yaml`. */
import { z } from 'zod'
import { day, optional, text } from '#editorial/field.ts'
import { type Contact, contact, type Municipality } from '#editorial/municipality.ts'
import { source } from '#editorial/source.ts'
import { checkSchedule } from './check-schedule.ts'
import { placeSchema } from './place.ts'
import { scheduleFields } from './schedule.ts'

const firstTime = z.strictObject({
  meetsYou: text().max(160).meta({ label: 'Hvem møter deg', hint: 'Rollen, ikke navnet' }),
  howMany: text().max(80).meta({ label: 'Hvor mange kommer', hint: 'For eksempel «Omtrent 12»' }),
  reassurance: text().max(160).meta({ label: 'Godt å vite', hint: 'For eksempel «Det holder å lytte»' }),
})

export const cafeSchema = z
  .strictObject({
    title: text().max(60).meta({ label: 'Navn' }),
    summary: text().max(160).meta({ label: 'Kort om kafeen', hint: 'Én eller to korte setninger' }),
    description: z
      .array(text())
      .default([])
      .meta({ label: 'Mer om kafeen', hint: 'Ett felt for hvert avsnitt' }),
    ...scheduleFields,
    place: placeSchema.meta({ label: 'Sted' }),
    cost: optional(text().max(120)).meta({ label: 'Hva det koster', hint: 'For eksempel «Gratis»' }),
    firstTime: optional(firstTime).meta({ label: 'Første gang?' }),
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
    sources: z.array(source).default([]).meta({ label: 'Kilder' }),
    createdAt: day().meta({ label: 'Laget', hint: 'Dagen kafeen ble lagt inn her' }),
    updatedAt: optional(day()).meta({ label: 'Oppdatert', hint: 'Dagen teksten sist ble endret' }),
  })
  .superRefine(checkSchedule, { when: ({ issues }) => issues.length === 0 })

/** A café with its address on the site, and whom to ask about it. */
export interface Cafe extends Omit<z.output<typeof cafeSchema>, 'contact'> {
  readonly collection: 'cafes'
  readonly slug: string
  readonly path: string
  /** The municipality's domain, `hamar.kommune.no`: what keeps UIDs apart between municipalities. */
  readonly host: string
  readonly contact: Contact | undefined
}

/** Paths below `/kafe/` that are pages of their own. */
const reserved = ['onske', 'pamelding']

/**
 * Gives the entry its address and its contact.
 *
 * @param slug the file's name without the ending
 * @throws in Norwegian when the name cannot be an address on the site
 */
export function toCafe(slug: string, data: z.output<typeof cafeSchema>, municipality: Municipality): Cafe {
  const refuse = (why: string) => new Error(`cafes/${slug}.yaml: filnavnet ${why}. Gi filen et annet navn`)
  if (reserved.includes(slug)) throw refuse(`«${slug}» er opptatt av en side på nettstedet`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw refuse('kan bare ha små bokstaver a–z, tall og bindestrek')
  const { respite, switchboard } = municipality
  return {
    ...data,
    collection: 'cafes',
    slug,
    path: `/kafe/${slug}/`,
    host: new URL(municipality.website).hostname.replace(/^www\./, ''),
    contact: data.contact ?? (respite?.confirmedAt ? respite : switchboard),
  }
}
