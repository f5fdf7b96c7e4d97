/** The forms with their words, read straight from the content, in the order of the definitions. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { definitions, formWordsSchema } from '#forms/forms.ts'
import type { RecordedForm } from './privacy-record.ts'

/** @throws when words are missing or do not fit their form */
export function readRecordedForms(contentFolder: string): Promise<RecordedForm[]> {
  return Promise.all(
    definitions.map(async (definition) => {
      const text = await readFile(join(contentFolder, 'forms', `${definition.key}.yaml`), 'utf8')
      return { definition, words: formWordsSchema.parse(parse(text)) }
    }),
  )
}
