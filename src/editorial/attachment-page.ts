/** The words around the attachments and the course folder, `content/pages/<locale>/attachments.yaml`. */
import { z } from 'zod'
import { text } from './field.ts'

export const attachmentPageSchema = z.strictObject({
  title: text().max(70).meta({ label: 'Tittel' }),
  description: text().max(160).meta({ label: 'Kort om siden' }),
  intro: text().max(400).meta({ label: 'Ingress' }),
  step: text().meta({ label: 'Overskrift for et trinn', hint: '{nummer} og {navn} kommer fra modellen' }),
  usedBy: text().meta({ label: 'Hvem som bruker det', hint: '{hvem} blir rollene' }),
  number: text().meta({ label: 'Nummer i håndboka', hint: '{nummer} blir tallet' }),
  version: text().meta({ label: 'Versjon', hint: '{nummer} og {dato} kommer fra arket' }),
  mark: text().meta({ label: 'At teksten er vår egen', hint: 'Står nederst på hvert ark' }),
  files: text().meta({ label: 'Overskrift over filene' }),
  pdf: text().meta({ label: 'PDF', hint: '{kB} blir størrelsen' }),
  word: text().meta({ label: 'Word', hint: '{kB} blir størrelsen' }),
  zip: text().meta({ label: 'Alt i én fil', hint: '{antall} og {kB} fylles ut' }),
  zipHeading: text().meta({ label: 'Overskrift over fila med alt' }),
  ticks: text().meta({ label: 'Over en sjekkliste', hint: 'At kryssene blir liggende på enheten' }),
  clear: text().meta({ label: 'Knappen som fjerner kryssene' }),
  course: z
    .strictObject({
      title: text().max(70).meta({ label: 'Tittel' }),
      description: text().max(160).meta({ label: 'Kort om siden' }),
      intro: text().max(400).meta({ label: 'Ingress' }),
      contents: text().meta({ label: 'Overskrift over innholdet' }),
      page: text().meta({ label: 'Over sidetallene' }),
      parts: text().meta({ label: 'Overskrift over delene' }),
      whole: text().meta({ label: 'Overskrift over hele mappa' }),
    })
    .meta({ label: 'Kursmappa' }),
})
export type AttachmentPageWords = z.output<typeof attachmentPageSchema>
