/** The forms of the invented municipality, with the words that are shipped. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Form, FormDefinition } from '#forms/definition.ts'
import type { Fields } from '#forms/fields.ts'
import { volunteer } from '#forms/volunteer.ts'
import { wordsSchema } from '#forms/words.ts'

const fjordvikAreas = ['Sentrum', 'Nordbygda', 'Åsen', 'Strandsida']

export function formOf(definition: FormDefinition, words: unknown, areas: readonly string[] = []): Form {
  const { retentionMonths } = definition
  return { definition, words: wordsSchema(definition).parse(words), areas, retentionMonths }
}

/** A form, with areas to choose from unless told otherwise. */
export const shippedForm = (definition: FormDefinition, areas: readonly string[] = fjordvikAreas): Form =>
  formOf(definition, parse(readFileSync(`content/forms/${definition.key}.yaml`, 'utf8')), areas)

export const volunteerForm = (areas?: readonly string[]): Form => shippedForm(volunteer, areas)

export const fields = (record: Readonly<Record<string, string | readonly string[]>>): Fields =>
  new Map(Object.entries(record).map(([name, texts]) => [name, [texts].flat()]))

/** What Solveig of Fjordvik types. */
export const solveig = { name: 'Solveig Fjordnes', phone: '412 34 567', area: 'Åsen' }
