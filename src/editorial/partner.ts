/** Who works with the municipality, and what the papers wrote: local files, and both lists may be empty. */
import { z } from 'zod'
import { day, optional, text, webAddress } from './field.ts'

/** `content/municipalities/<municipality>/partners/*.yaml` */
export const partnerSchema = z.strictObject({
  name: text().max(80).meta({ label: 'Navn', hint: 'Organisasjonen, aldri en person' }),
  does: text().max(200).meta({ label: 'Hva de gjør', hint: 'Én setning: hva de gjør sammen med dere' }),
  website: optional(webAddress()).meta({ label: 'Nettsted' }),
  order: z.int().default(50).meta({ label: 'Rekkefølge', hint: 'Lavt tall kommer først' }),
  confirmedAt: optional(day()).meta({
    label: 'Bekreftet',
    hint: 'Dagen de sa ja til å stå her. Uten den vises de ikke',
  }),
})
export type Partner = z.output<typeof partnerSchema>

/** `content/municipalities/<municipality>/press/*.yaml` */
export const pressSchema = z.strictObject({
  title: text().max(120).meta({ label: 'Tittel', hint: 'Slik den sto' }),
  publication: text().max(60).meta({ label: 'Avis eller kanal' }),
  date: optional(day()).meta({ label: 'Dato', hint: 'Dagen den sto på trykk eller ble lagt ut' }),
  link: optional(webAddress()).meta({ label: 'Lenke', hint: 'Tom når den ikke finnes lenger' }),
  note: optional(text().max(120)).meta({ label: 'Merknad', hint: 'Står i parentes, når noe er usikkert' }),
})
export type Press = z.output<typeof pressSchema>
