/** One meeting of a course: a date of its own, with what it is about and who speaks. */
import { z } from 'zod'
import { day, optional, text, wallTime } from '#editorial/field.ts'
import { sayList } from './norwegian.ts'
import { placeSchema } from './place.ts'
import type { Topic } from './schedule.ts'

/** The four themes of the handbook «Frivillige gir avlastning» (2018), chapter 4.2. */
export const themes = {
  rollen: 'Å være frivillig: roller og forventninger',
  samtalen: 'Den gode samtalen',
  'demens-og-lindring': 'Demens, og omsorg når livet går mot slutten',
  'andres-hjem': 'Å komme hjem til andre, å være pårørende og å ta vare på seg selv',
} as const
const themeNames = Object.keys(themes) as (keyof typeof themes)[]

export const sessionSchema = z.strictObject({
  date: day().meta({ label: 'Dato', hint: 'Når datoen er kjent for folk, flytter du den under «Endringer»' }),
  startTime: optional(wallTime()).meta({ label: 'Starter', hint: 'Tom når det er som ellers' }),
  endTime: optional(wallTime()).meta({ label: 'Slutter', hint: 'Tom når det varer som ellers' }),
  theme: optional(z.enum(themeNames)).meta({
    label: 'Tema',
    hint: 'Ett av de fire i kursmappa',
    choices: themes,
  }),
  title: optional(text().max(100)).meta({ label: 'Annet tema', hint: 'Når det ikke er ett av de fire' }),
  speakers: z.array(text().max(80)).default([]).meta({
    label: 'Hvem forteller',
    hint: 'Rollene, aldri navn: kreftkoordinator, en som er pårørende',
    one: 'rolle',
  }),
  place: optional(placeSchema).meta({ label: 'Sted', hint: 'Tom når stedet er som ellers' }),
})
export type Session = z.output<typeof sessionSchema>

/** @example topicOf({ date, theme: 'samtalen', speakers: ['prest'] }) // { date, title: 'Den gode samtalen', … } */
export function topicOf({ date, theme, title, speakers }: Session): Topic | undefined {
  const words = title ?? (theme && themes[theme])
  return words === undefined ? undefined : { date, title: words, speaker: sayList(speakers) || undefined }
}
