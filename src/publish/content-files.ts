/** The files of a content folder as an editor sees them: what the commands read that do not build. */
import { glob, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parse } from 'yaml'

export interface ContentFile {
  /** Where an editor finds it: `content/pages/nb/rights/avlastning.mdx`, also where the published texts lie elsewhere. */
  readonly file: string
  /** The same, below the content folder: what its place says of its kind. */
  readonly path: string
  /** The whole file. */
  readonly text: string
  /** Its fields, not yet checked against a schema. */
  readonly data: unknown
  /** The text below the fields; empty for a file of fields only. */
  readonly body: string
}

/**
 * Reads what is common to all municipalities and what belongs to one of them.
 *
 * @returns the files in the order of their names
 * @throws when a file's fields are no YAML, naming the file
 */
export async function readContentFiles(contentFolder: string, municipality: string): Promise<ContentFile[]> {
  const paths: string[] = []
  for await (const path of glob('**/*.{mdx,yaml}', { cwd: contentFolder }))
    if (!path.startsWith('municipalities/') || path.startsWith(`municipalities/${municipality}/`))
      paths.push(path)
  return Promise.all(paths.sort().map((path) => readContentFile(contentFolder, path)))
}

/** The texts of a commit, put out for builds: nobody edits them there. */
const published = /[\\/]content[\\/][0-9a-f]{16}$/

async function readContentFile(contentFolder: string, path: string): Promise<ContentFile> {
  const file = join(published.test(contentFolder) ? 'content' : relative('.', contentFolder), path)
  const text = await readFile(join(contentFolder, path), 'utf8')
  const [, front, body] = /^---\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? []
  try {
    return { file, path, text, data: parse(front ?? text), body: body ?? '' }
  } catch (error) {
    throw new Error(`${file}: feltene kan ikke leses (${(error as Error).message})`)
  }
}
