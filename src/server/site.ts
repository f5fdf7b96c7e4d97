/**
 * A built site in memory. It never changes: a new build is another `Site`, and the server swaps the one for the
 * other, so that a request sees the old site or the new one and never a mixture.
 */
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Edition } from '#intake/round.ts'
import { findStamp } from '#publish/builds.ts'
import { isTwin } from '#publish/file-kind.ts'
import type { Stamp } from '#publish/stamp.ts'
import type * as entry from './entry.ts'
import { readStaticFile, type StaticFile } from './static-file.ts'

type Found = { readonly file: StaticFile } | { readonly location: string }

/** What `entry.ts` becomes in a build. */
interface Program extends Pick<typeof entry, 'render' | 'withTexts'> {
  readonly getEdition: () => Promise<Edition | undefined>
}

export interface Site {
  /** The file at an address, or the address that it should have been asked by. */
  find(path: string): Found | undefined
  /** The page that explains an error, by its status. */
  mishap(status: number): StaticFile | undefined
  /** Draws an on-demand page; nothing when there is none at the address. */
  readonly render: typeof entry.render
  /** What it says, for work that draws no page; nothing when it has no on-demand pages. */
  readonly getEdition: () => Promise<Edition | undefined>
  readonly folder: string
  /** The program that draws them, which may serve other texts too. */
  readonly program: Program
  /** What it was built from; nothing for a folder that `buildSite` did not make. */
  readonly stamp: Stamp | undefined
}

/**
 * Loads what `buildSite` made.
 *
 * @param folder with `client/` and, when there are on-demand pages, `server/entry.mjs`
 * @param live the site that this one replaces. Where both come from the same program, its modules go on: one that is
 *   loaded stays in memory, and a new one for each text that an editor saves would fill it. So do files that are the same.
 * @throws when the front page is missing, since that is no site
 */
export async function loadSite(folder: string, live?: Site): Promise<Site> {
  const [stamp, files, texts] = await Promise.all([
    findStamp(folder),
    loadFiles(join(folder, 'client'), live),
    readFile(join(folder, 'texts.json'), 'utf8').then(JSON.parse, () => undefined),
  ])
  if (!files.has('/')) throw new Error(`${folder}: expected client/index.html, got a folder without it`)
  const mishaps = new Map<number, StaticFile>()
  for (const [path, file] of files) {
    const status = /^\/(?:feil\/)?(\d{3})(?:\.html|\/)$/.exec(path)?.[1]
    if (!status) continue
    mishaps.set(Number(status), file)
    files.delete(path)
  }
  const isSameProgram = stamp !== undefined && stamp.program === live?.stamp?.program
  const program = isSameProgram && live ? live.program : await loadProgram(join(folder, 'server'))
  return {
    folder,
    stamp,
    find: (path) => find(files, path),
    mishap: (status) => mishaps.get(status) ?? mishaps.get(status < 500 ? 404 : 500),
    program,
    render: (...asked) => program.withTexts(texts, () => program.render(...asked)),
    getEdition: () => program.withTexts(texts, program.getEdition),
  }
}

function find(files: ReadonlyMap<string, StaticFile>, path: string): Found | undefined {
  const file = files.get(path)
  if (file) return { file }
  // Typed from a poster: without the last slash, with capitals, or copied with its file name.
  const meant = path.toLowerCase().replace(/\/index\.html$/, '/')
  const location = [meant, `${meant}/`].find((each) => files.has(each))
  return location === undefined ? undefined : { location: encodeURI(location) }
}

async function loadFiles(client: string, live?: Site): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>()
  for (const each of await readdir(client, { recursive: true, withFileTypes: true })) {
    if (!each.isFile() || isTwin(each.name)) continue
    const file = join(each.parentPath, each.name)
    const path = `/${relative(client, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/')
    const known = live?.find(path)
    files.set(path, await readStaticFile(file, path, known && 'file' in known ? known.file : undefined))
  }
  return files
}

/** Loads every module at once, so that the folder may be gone before the server is. */
async function loadProgram(server: string): Promise<Program> {
  const entries = await readdir(server, { recursive: true, withFileTypes: true }).catch(() => undefined)
  if (!entries && (await lstat(server).catch(() => undefined)))
    throw new Error(
      `${server}: expected the program in dist/.program, got a link to nothing; copy that folder, too`,
    )
  const files = (entries ?? [])
    .filter((each) => each.name.endsWith('.mjs'))
    .map((each) => join(each.parentPath, each.name))
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)))
  const found = modules[files.indexOf(join(server, 'entry.mjs'))] as Partial<Program> | undefined
  const nothing = async () => undefined
  return { render: nothing, getEdition: nothing, withTexts: (_texts, act) => act(), ...found }
}
