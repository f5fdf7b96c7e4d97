/** Where people meet, and what they need to know to get there. */
import { z } from 'zod'
import { optional, text } from '#editorial/field.ts'

export const placeSchema = z.strictObject({
  name: text().max(80).meta({ label: 'Navn på stedet' }),
  address: optional(text().max(120)).meta({ label: 'Adresse', hint: 'Gate, postnummer og sted' }),
  stepFree: optional(text().max(160)).meta({
    label: 'Trinnfri adkomst',
    hint: 'For eksempel «Ingen trapper. Toalett for rullestol»',
  }),
  parking: optional(text().max(160)).meta({ label: 'Parkering' }),
  bus: optional(text().max(160)).meta({ label: 'Buss' }),
})
export type Place = z.output<typeof placeSchema>

/** @example sayPlace({ name: 'Kafé Naustet', address: 'Bryggevegen 4' }) // 'Kafé Naustet, Bryggevegen 4' */
export const sayPlace = ({ name, address }: Place): string => (address ? `${name}, ${address}` : name)

/** How to get there, one sentence for each thing that is known. */
export function sayAccess({ stepFree, parking, bus }: Place): string[] {
  const known = { Adkomst: stepFree, Parkering: parking, Buss: bus }
  return Object.entries(known).flatMap(([label, words]) =>
    words === undefined ? [] : [`${label}: ${words}`],
  )
}
