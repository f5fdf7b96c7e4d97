/** What somebody said, word for word, and where it stands: `content/quotes/*.yaml`. */
import { z } from 'zod'
import { optional, text, webAddress } from './field.ts'
import { stepNumber } from './model-step.ts'

export const quoteSchema = z.strictObject({
  text: text().max(500).meta({ label: 'Sitat', hint: 'Ord for ord, uten anførselstegn' }),
  who: text().max(60).meta({
    label: 'Hvem',
    hint: 'Rollen, for eksempel «Pårørende». Aldri navnet på en privatperson',
  }),
  source: text().max(120).meta({ label: 'Kilde', hint: 'Der sitatet står' }),
  year: z.int().min(1990).max(2100).meta({ label: 'År', hint: 'Året kilden er fra' }),
  link: optional(webAddress()).meta({ label: 'Lenke til kilden' }),
  step: optional(stepNumber()).meta({
    label: 'Trinn',
    hint: 'Trinnet det hører til, 1 til 7. Tom: det står på forsiden til modellen',
  }),
})
export type Quote = z.output<typeof quoteSchema>
