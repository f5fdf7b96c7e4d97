/** A folder for a municipality that has none: everything to fill in, with comments that say what and whom to ask. */
import { existsSync } from 'node:fs'
import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A capital letter in each word: «Nord-Fron», «Nore og Uvdal». */
const name = /^\p{Lu}\p{Ll}+(?:(?:[ -]| og | i )\p{Lu}\p{Ll}+)*$/u
const longest = 40

/**
 * What the folder is called, also in the environment.
 *
 * @throws when it is no name of a municipality, in Norwegian
 * @example folderName('Østre Toten') // 'ostre-toten'
 */
export function folderName(municipality: string): string {
  const folder = municipality
    .toLocaleLowerCase('nb')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(' ', '-')
  const fits =
    name.test(municipality) && municipality.length <= longest && /^[a-z-]+(?<!-kommune)$/.test(folder)
  if (fits) return folder
  const said = municipality.replace(/\p{Cc}/gu, ' ').slice(0, longest)
  throw new Error(
    `«${said}» er ikke navnet på en kommune. Skriv det slik det står på kartet, med stor bokstav og uten ordet kommune: "Vestre Toten"`,
  )
}

/**
 * Makes the folder, whole or not at all.
 *
 * @param template the folder that it is a copy of; in its files `{navn}` and `{mappe}` are filled in
 * @returns the new folder
 * @throws in Norwegian when the name is none, or the folder is there already: nothing is written over
 */
export async function makeMunicipality(
  municipality: string,
  { template, contentFolder }: { readonly template: string; readonly contentFolder: string },
): Promise<string> {
  const slug = folderName(municipality)
  const folder = join(contentFolder, 'municipalities', slug)
  if (existsSync(folder))
    throw new Error(`${folder} finnes fra før. Ingenting er endret. Fyll ut den, eller velg et annet navn`)
  try {
    await cp(template, folder, { recursive: true })
    for await (const file of glob('**/*.{md,txt,yaml}', { cwd: folder })) {
      const path = join(folder, file)
      const text = await readFile(path, 'utf8')
      await writeFile(path, text.replaceAll('{navn}', municipality).replaceAll('{mappe}', slug))
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return folder
}
