/**
 * Dates for those who want to learn or stay at it: courses, staff days, gatherings and supervision, in
 * `content/municipalities/<municipality>/courses/<slug>.yaml`. They differ in kind and audience, not in shape.
 */
import { z } from 'zod'
import { day, optional, text } from '#editorial/field.ts'
import type { Municipality } from '#editorial/municipality.ts'
import { audienceKeys, audienceLabels } from './audience.ts'
import { checkCourse } from './check-course.ts'
import { placeSchema } from './place.ts'
import { nameFields, type Placed, placeOnSite, recordFields } from './record.ts'
import { ruleSchema } from './rule.ts'
import { scheduleFields } from './schedule.ts'
import { sessionSchema } from './session.ts'

const kinds = ['kurs', 'fagdag', 'samling', 'veiledning'] as const

export const courseSchema = z
  .strictObject({
    ...nameFields,
    kind: z.enum(kinds).meta({ label: 'Type' }),
    audience: z
      .enum(audienceKeys)
      .meta({ label: 'For hvem', hint: 'Avgjør hvilken kalender det står i', choices: audienceLabels }),
    openToOthers: z.array(text().max(40)).default([]).meta({
      label: 'Åpent for andre kommuner',
      hint: 'Navnene på kommunene. Tom når det bare er for egne',
      input: 'words',
    }),
    unlisted: z.boolean().default(false).meta({
      label: 'Ikke på nettstedet',
      hint: 'Da finnes datoene bare i en kalender med hemmelig adresse',
    }),
    sessions: z
      .array(sessionSchema)
      .default([])
      .meta({ label: 'Datoer', hint: 'Tom når det går fast, som en veiledningsgruppe', one: 'dato' }),
    rule: optional(ruleSchema).meta({
      label: 'Hvor ofte',
      hint: 'Bare når det går fast. Ellers skriver du datoer',
    }),
    ...scheduleFields,
    place: placeSchema.meta({ label: 'Sted' }),
    cost: optional(text().max(120)).meta({ label: 'Hva det koster', hint: 'For eksempel «Gratis»' }),
    capacity: optional(z.int().min(1).max(1000)).meta({ label: 'Plasser' }),
    deadline: optional(day()).meta({ label: 'Påmeldingsfrist', hint: 'Tom når det ikke er noen frist' }),
    ...recordFields,
  })
  .superRefine(checkCourse, { when: ({ issues }) => issues.length === 0 })

/** A course with its address on the site, and whom to ask about it. */
export interface Course extends Omit<z.output<typeof courseSchema>, 'contact'>, Placed {
  readonly collection: 'courses'
}

/**
 * Gives a course its address and its contact.
 *
 * @throws in Norwegian when the name of the file cannot be an address
 * @example toCourse('varkurs-2027', data, municipality).path // '/kurs/varkurs-2027/'
 */
export function toCourse(
  slug: string,
  data: z.output<typeof courseSchema>,
  municipality: Municipality,
): Course {
  return {
    ...data,
    ...placeOnSite('courses', '/kurs/', slug, data.contact, municipality),
    collection: 'courses',
  }
}
