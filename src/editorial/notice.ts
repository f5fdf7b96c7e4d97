/** A short message to everybody, with a first and a last day: `content/municipalities/<municipality>/notices/*.yaml`. */
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { day, optional, sitePath, text } from './field.ts'

const fields = z.strictObject({
  title: text().max(80).meta({ label: 'Overskrift', hint: 'Det viktigste, i noen få ord' }),
  text: text().max(240).meta({ label: 'Tekst', hint: 'Én eller to korte setninger' }),
  from: day().meta({ label: 'Vises fra og med' }),
  until: day().meta({
    label: 'Vises til og med',
    hint: 'Etter denne dagen forsvinner meldingen av seg selv',
  }),
  href: optional(sitePath()).meta({ label: 'Lenke', hint: 'En side her, om det er mer å lese' }),
})

export const noticeSchema = fields.refine(({ from, until }) => from <= until, {
  path: ['until'],
  error: 'Meldingen slutter før den begynner',
})
export type WrittenNotice = z.output<typeof fields>

/** A message as it is shown: one that an editor wrote, or that follows from a late change of a date. */
export interface Notice {
  readonly title: string
  readonly text: string
  /** A page of this site with more. */
  readonly href: string | undefined
  /** From this instant on it is no longer shown. */
  readonly until: Temporal.ZonedDateTime
}
