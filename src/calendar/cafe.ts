/** A café where relatives meet: `content/municipalities/<municipality>/cafes/<slug>.yaml`. */
import { z } from 'zod'
import { optional, text } from '#editorial/field.ts'
import type { Municipality } from '#editorial/municipality.ts'
import { pictureField } from '#editorial/picture.ts'
import { checkSchedule } from './check-schedule.ts'
import { placeSchema } from './place.ts'
import { nameFields, type Placed, placeOnSite, recordFields } from './record.ts'
import { ruleSchema } from './rule.ts'
import { scheduleFields } from './schedule.ts'

const firstTime = z.strictObject({
  meetsYou: text().max(160).meta({ label: 'Hvem møter deg', hint: 'Rollen, ikke navnet' }),
  howMany: text().max(80).meta({ label: 'Hvor mange kommer', hint: 'For eksempel «Omtrent 12»' }),
  reassurance: text().max(160).meta({ label: 'Godt å vite', hint: 'For eksempel «Det holder å lytte»' }),
})

export const cafeSchema = z
  .strictObject({
    ...nameFields,
    picture: pictureField(),
    rule: ruleSchema.meta({ label: 'Hvor ofte' }),
    ...scheduleFields,
    place: placeSchema.meta({ label: 'Sted' }),
    cost: optional(text().max(120)).meta({ label: 'Hva det koster', hint: 'For eksempel «Gratis»' }),
    firstTime: optional(firstTime).meta({ label: 'Første gang?' }),
    ...recordFields,
  })
  .superRefine(checkSchedule, { when: ({ issues }) => issues.length === 0 })

/** A café with its address on the site, and whom to ask about it. */
export interface Cafe extends Omit<z.output<typeof cafeSchema>, 'contact'>, Placed {
  readonly collection: 'cafes'
}

/**
 * Gives a café its address and its contact.
 *
 * @throws in Norwegian when the name of the file cannot be an address
 * @example toCafe('etter-pa', data, municipality).path // '/kafe/etter-pa/'
 */
export function toCafe(slug: string, data: z.output<typeof cafeSchema>, municipality: Municipality): Cafe {
  return {
    ...data,
    ...placeOnSite('cafes', '/kafe/', slug, data.contact, municipality),
    collection: 'cafes',
  }
}
