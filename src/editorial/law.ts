/** Laws and regulations that pages may cite, with the paragraphs that were read. */
import { z } from 'zod'
import { day, text } from './field.ts'

export const lawSchema = z.strictObject({
  name: text().meta({
    label: 'Navn',
    hint: 'Slik folk kjenner loven, for eksempel helse- og omsorgstjenesteloven',
  }),
  kind: z.enum(['lov', 'forskrift']).meta({ label: 'Lov eller forskrift' }),
  id: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(-\d+)?$/)
    .meta({ label: 'Lovdata-nummer', hint: 'Dato og nummer, for eksempel 2011-06-24-30' }),
  readAt: day().meta({ label: 'Lest', hint: 'Dagen paragrafene ble lest' }),
  paragraphs: z
    .array(
      z.strictObject({
        number: text().meta({ label: 'Paragraf', hint: 'For eksempel 3-6' }),
        title: text().meta({ label: 'Overskrift' }),
      }),
    )
    .meta({ label: 'Paragrafer', one: 'paragraf' }),
})
export type Law = z.output<typeof lawSchema>

/**
 * The address of a paragraph at Lovdata.
 *
 * @example lawUrl({ kind: 'lov', id: '2011-06-24-30', … }, '3-6')
 * // https://lovdata.no/lov/2011-06-24-30/§3-6
 */
export function lawUrl(law: Pick<Law, 'kind' | 'id'>, paragraph: string): string {
  return `https://lovdata.no/${law.kind}/${law.id}/§${paragraph.replaceAll(' ', '')}`
}
