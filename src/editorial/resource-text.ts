/** A resource in another language: `content/pages/<locale>/resources/<id>.yaml`. Numbers and addresses stay in one place. */
import { z } from 'zod'
import { optional, text } from './field.ts'
import type { Resource } from './resource.ts'

export const resourceTextSchema = z.strictObject({
  name: optional(text()).meta({ label: 'Navn', hint: 'Tomt når folk må bruke det norske navnet' }),
  summary: text().max(200).meta({ label: 'Hva det er', hint: 'Én eller to korte setninger' }),
  openingHours: z
    .array(text())
    .default([])
    .meta({ label: 'Åpningstid', one: 'linje', hint: 'Like mange linjer som på norsk' }),
})
export type ResourceText = z.output<typeof resourceTextSchema>

/** The resource in the words of another language. */
export function translate<Place extends Resource>(place: Place, text: ResourceText): Place {
  return { ...place, ...text, name: text.name ?? place.name }
}
