/** «Hvis du får nei»: one text for each place where a refusal is taken. A rights page names the place only. */
import { z } from 'zod'
import { optional, sitePath, text } from './field.ts'
import { complaintRoutes } from './page.ts'

const route = z.strictObject({
  text: text().meta({ label: 'Tekst', hint: 'Hva du gjør, og fristen', input: 'paragraph' }),
  href: optional(sitePath()).meta({ label: 'Les mer', hint: 'Siden som forklarer klagen' }),
  linkText: optional(text()).meta({ label: 'Lenketekst' }),
})
export type Complaint = z.output<typeof route>

export const complaintsSchema = z.strictObject(
  Object.fromEntries(
    complaintRoutes
      .filter((name) => name !== 'ingen')
      .map((name) => [name, route.meta({ label: `Klage: ${name}` })]),
  ) as Record<Exclude<(typeof complaintRoutes)[number], 'ingen'>, typeof route>,
)
export type Complaints = z.output<typeof complaintsSchema>
