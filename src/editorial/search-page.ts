/** The words of the search box, its answers, and the list of all pages: `content/pages/<locale>/search.yaml`. */
import { z } from 'zod'
import { text } from './field.ts'

export const searchPageSchema = z.strictObject({
  title: text().meta({ label: 'Tittel' }),
  description: text().max(160).meta({ label: 'Kort om siden' }),
  label: text().max(60).meta({ label: 'Over søkefeltet' }),
  hint: text().max(120).meta({ label: 'Under søkefeltet på søkesiden' }),
  button: text().max(20).meta({ label: 'Knapp' }),
  one: text().meta({ label: 'Én side funnet', hint: '{ord} blir det folk søkte etter' }),
  many: text().meta({
    label: 'Flere sider funnet',
    hint: '{antall} blir antallet, {ord} det folk søkte etter',
  }),
  none: text().meta({ label: 'Ingen side funnet', hint: '{ord} blir det folk søkte etter' }),
  comfort: text()
    .max(200)
    .meta({ label: 'Når ingenting ble funnet', hint: 'Vennlig, og om telefonen under' }),
  privacy: text().meta({ label: 'Om personvern' }),
  allPages: text().meta({ label: 'Lenke til alle sider' }),
  register: z
    .strictObject({
      title: text().meta({ label: 'Tittel' }),
      description: text().max(160).meta({ label: 'Kort om siden' }),
      intro: text().max(200).meta({ label: 'Ingress' }),
      letters: text().meta({ label: 'Navn på bokstavene' }),
    })
    .meta({ label: 'Fra A til Å' }),
})
export type SearchPageWords = z.output<typeof searchPageSchema>
