/** Reads every text of a folder as a save is read: what stops a build is said in the same words. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Stop } from '#publish/journal.ts'
import { checkText } from './check-text.ts'
import { kindAt } from './kind-at.ts'
import { root } from './place.ts'
import { titleOf } from './title.ts'
import { findUndrawn } from './undrawn.ts'

/**
 * @param folder with `pages/` in it
 * @param said by the build that was given up: tells more where each text fits by itself
 */
export async function checkFolder(folder: string, municipality: string, said: string): Promise<Stop[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const stops: Stop[] = []
  const texts = new Map<string, string>()
  for (const file of files.sort()) {
    const path = `${root}/${relative(folder, file).split(sep).join('/')}`
    const kind = kindAt(path, municipality)
    if (!kind) continue
    const text = await readFile(file, 'utf8')
    texts.set(path, text)
    const title = titleOf(path, text, kind.label)
    stops.push(...checkText(path, kind.schema, text).map((message) => ({ path, title, message })))
  }
  return stops.length > 0 ? stops : findUndrawn(said, texts, municipality)
}
