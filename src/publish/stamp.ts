/** What a site was built from, so that one can tell without building whether a new build would be another. */
import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { project } from './builds.ts'
import type { HeldBack } from './journal.ts'

export interface Stamp {
  /** The day in Oslo that the pages count as today. */
  readonly day: string
  /** Of every file in the content folder. */
  readonly content: string
  /** Of the program and of the settings that pages are drawn with. */
  readonly program: string
  /** What the pages say about volunteers; nothing in builds from before they could. */
  readonly line?: string
  /** The commit of the texts, where they have a repository. */
  readonly texts?: string | undefined
  /** Texts that the site does not show as they are. */
  readonly held?: readonly HeldBack[]
}

/** What decides how pages look, besides the content. */
const programFiles = '{src/**/*,admin/**/*,docs/**/*,public/**/*,astro.config.mjs,package-lock.json}'
const settings = ['MUNICIPALITY', 'PUBLIC_URL']

const lineOf = ({ PUBLIC_LINE = 'none' }: Readonly<Record<string, string>>) => PUBLIC_LINE

/** @param variables the environment of the build, with PUSTEROM_CONTENT */
export async function stampOf(variables: Readonly<Record<string, string>>, day: string): Promise<Stamp> {
  // Pages name the port only where they have no public address: behind one, every process serves the same site.
  const names = variables.PUBLIC_URL ? settings : [...settings, 'PORT']
  const [content, program] = await Promise.all([
    fingerprint(variables.PUSTEROM_CONTENT ?? join(project, 'content'), '**/*'),
    fingerprint(project, programFiles, names.map((name) => `${name}=${variables[name]}`).join('\n')),
  ])
  return { day, content, program, line: lineOf(variables) }
}

/** Of the program alone, as it is bundled for a site's address. */
export const programPrint = (site: string): Promise<string> => fingerprint(project, programFiles, site)

/** Whether two sites say the same. One that does since a text was set right has less to hold back. */
export const isSameContent = (a: Stamp | undefined, b: Stamp | undefined): boolean =>
  a !== undefined && a.content === b?.content && (a.held?.length ?? 0) === (b.held?.length ?? 0)

/** Whether two sites have the same texts and the same program: at most their dates differ. */
export const isSameSource = (a: Stamp | undefined, b: Stamp | undefined): boolean =>
  isSameContent(a, b) && a?.program === b?.program

/** Of names and bytes and not of times: a copied folder has new times and the same words. */
export async function fingerprint(folder: string, pattern: string, more = ''): Promise<string> {
  const hash = createHash('sha256').update(more)
  const paths: string[] = []
  // What lies behind a dot is not content: the repository of the texts, the copies that editors of files leave.
  for await (const path of glob(pattern, { cwd: folder })) if (!/(^|[/\\])\./.test(path)) paths.push(path)
  const contents = await Promise.all(
    paths.sort().map((path) => readFile(join(folder, path)).catch(notFolder)),
  )
  for (const [index, bytes] of contents.entries()) if (bytes) hash.update(`\n${paths[index]}\n`).update(bytes)
  return hash.digest('base64url').slice(0, 22)
}

function notFolder(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EISDIR') throw error
}
