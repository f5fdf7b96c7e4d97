/** The municipality's own file, read straight from the content: what a command must know before it builds. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Municipality, municipalitySchema } from '#editorial/municipality.ts'

const inNorwegian = { error: z.locales.no().localeError }

/**
 * @param name the folder below `content/municipalities/`
 * @returns nothing when there is no such folder
 * @throws when the file does not follow the schema, naming file and field
 */
export async function findMunicipality(
  contentFolder: string,
  name: string,
): Promise<Municipality | undefined> {
  const file = join(contentFolder, 'municipalities', name, 'municipality.yaml')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { data, error } = municipalitySchema.safeParse(readFields(file, text), inNorwegian)
  if (!data) {
    const problems = error.issues.map(
      ({ path, message }) => `  ${path.join('.') || '(hele filen)'}: ${message}`,
    )
    throw new Error(`${file}:\n${problems.join('\n')}`)
  }
  return data
}

function readFields(file: string, yaml: string): unknown {
  try {
    return parse(yaml)
  } catch (error) {
    throw new Error(`${file}: feltene kan ikke leses (${(error as Error).message})`)
  }
}
