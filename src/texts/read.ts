/** Reads the texts of a content folder, as the build shows them. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { kindAt } from '#editing/kind-at.ts'
import { folderOf, type KindName, kinds } from '#editing/kinds.ts'
import { oncePerFile } from './once-per-file.ts'
import type { Text, Texts } from './text.ts'

const inNorwegian = { error: z.locales.no().localeError }

/**
 * @param contentFolder with `pages/` in it
 * @throws when a file does not follow the schema of its kind, naming file and field
 */
export async function readTexts(contentFolder: string, municipality: string): Promise<Texts> {
  const found = await readdir(contentFolder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((each) => each.isFile())
    .map((each) => relative(contentFolder, join(each.parentPath, each.name)).split(sep).join('/'))
    .sort()
  const texts = Object.fromEntries(Object.keys(kinds).map((name) => [name, [] as Text[]]))
  const read = paths.map(async (path) => {
    const kind = kindAt(`content/${path}`, municipality)
    if (!kind) return undefined
    const file = await readFile(join(contentFolder, path), 'utf8')
    return { name: kind.name, text: readText(path, file, kind.name, municipality) }
  })
  for (const each of await Promise.all(read)) if (each) texts[each.name]?.push(each.text)
  return texts as unknown as Texts
}

const readText = oncePerFile((path, file, name: KindName, municipality: string): Text => {
  const [, front, body] = /^---\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(file) ?? []
  const { data, error } = kinds[name].schema.safeParse(parseFields(path, front ?? file), inNorwegian)
  if (error) {
    const lines = error.issues.map((each) => `  ${each.path.join('.') || '(hele filen)'}: ${each.message}`)
    throw new Error(`content/${path}:\n${lines.join('\n')}`)
  }
  const below = path.slice(folderOf(kinds[name], municipality).length).replace(/^\//, '')
  return { id: below.replace(/\.[a-z]+$/, ''), data, body: front === undefined ? '' : (body ?? '') }
})

function parseFields(path: string, yaml: string): unknown {
  try {
    return parse(yaml)
  } catch (error) {
    throw new Error(`content/${path}: feltene kan ikke leses (${(error as Error).message})`)
  }
}
