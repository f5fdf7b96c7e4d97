/**
 * The front matter of the texts that the model uses on paper: the attachments in `content/attachments/` and the parts
 * of the course folder in `content/course-folder/`. The body below it is MDX prose with blanks and checklists.
 */
import { z } from 'zod'
import { day, optional, text, webAddress } from './field.ts'
import { stepNumber } from './model-step.ts'
import { source } from './source.ts'

const words = {
  title: text().max(70).meta({ label: 'Tittel', hint: 'Overskriften på arket' }),
  description: text().max(160).meta({ label: 'Hva det er', hint: 'Én setning. Vises i lister og i søk' }),
  order: z.int().default(50).meta({ label: 'Rekkefølge', hint: 'Lavt tall kommer først' }),
  version: z.int().min(1).meta({ label: 'Versjon', hint: 'Ett tall høyere når innholdet blir et annet' }),
  changedAt: day().meta({ label: 'Endret', hint: 'Dagen denne versjonen ble laget. Står på arket' }),
  owner: text().default('koordinator').meta({
    label: 'Ansvarlig',
    hint: 'Rollen som holder arket ved like. Aldri navnet på en person',
  }),
  reviewBy: day().meta({ label: 'Se over innen', hint: 'Dagen arket må kontrolleres på nytt' }),
  searchWords: z
    .array(text())
    .default([])
    .meta({ label: 'Søkeord', hint: 'Andre ord folk kan finne på å søke med', input: 'words' }),
  sources: z.array(source).default([]).meta({ label: 'Kilder', one: 'kilde' }),
}

/** An attachment: one sheet that somebody uses at one of the seven steps. */
export const attachmentSchema = z.strictObject({
  ...words,
  usedBy: text()
    .max(90)
    .meta({ label: 'Hvem bruker det', hint: 'Roller, for eksempel «Frivillig og koordinator»' }),
  step: stepNumber().meta({ label: 'Trinn', hint: 'Hvilket av de sju trinnene det hører til, 1 til 7' }),
  number: optional(z.int().min(1).max(5)).meta({
    label: 'Nummer i håndboka',
    hint: 'Bare når arket svarer til et nummer i listen bakerst i håndboka',
  }),
  credit: optional(
    z.strictObject({
      text: text().meta({ label: 'Hvem ideen kommer fra', hint: 'Hele setningen' }),
      link: webAddress().meta({ label: 'Lenke til dem' }),
    }),
  ).meta({ label: 'Opphav', hint: 'Når ideen er en annens. Ordene er likevel våre egne' }),
})
export type Attachment = z.output<typeof attachmentSchema>

/** A part of the course folder: how to use it, one of the four themes, or the evaluation. */
export const coursePartSchema = z.strictObject(words)
export type CoursePart = z.output<typeof coursePartSchema>
