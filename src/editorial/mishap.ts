/** What a page says when something goes wrong, by HTTP status. The phone stands in its frame, as on every page. */
import { z } from 'zod'
import { text } from './field.ts'

const mishap = z.strictObject({
  title: text().max(60).meta({ label: 'Overskrift' }),
  text: text().meta({ label: 'Hva som har skjedd', input: 'paragraph' }),
  wayOn: text().meta({ label: 'Hva du kan gjøre nå', input: 'paragraph' }),
})

/** The mishaps that have a page. Another status gets the page of 404 or 500. */
export const mishapStatuses = ['400', '403', '404', '405', '411', '413', '429', '500', '503'] as const

export const mishapsSchema = z.strictObject(
  Object.fromEntries(
    mishapStatuses.map((status) => [status, mishap.meta({ label: `Feilside ${status}` })]),
  ) as Record<(typeof mishapStatuses)[number], typeof mishap>,
)
export type Mishaps = z.output<typeof mishapsSchema>
export type MishapStatus = keyof Mishaps
