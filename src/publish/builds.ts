/**
 * The builds of a municipality, below `dist/<municipality>/`: one folder each, and a file `current` that names the
 * one to serve. A folder counts as a build once it has its stamp, which is written last.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Stamp } from './stamp.ts'
import { writeWhole } from './write-whole.ts'

/** Inside the project: the built server finds its packages by looking upwards. */
export const project = fileURLToPath(new URL('../../', import.meta.url))
/** Where the builds of a municipality lie. */
export const homeOf = (municipality: string) => join(project, 'dist', municipality)

/** How many builds stay: the live one and those to go back to. */
const kept = 3

/** An empty folder to build into. Its name says which process builds. */
export async function newFolder(municipality: string): Promise<string> {
  const home = homeOf(municipality)
  await mkdir(home, { recursive: true })
  return mkdtemp(join(home, `build-${process.pid}-`))
}

/** The stamp of a build; nothing while it is not finished. */
export const findStamp = (folder: string): Promise<Stamp | undefined> => readStamp(join(folder, 'stamp.json'))

/** One that cannot be read counts as none: the build is made again. */
async function readStamp(file: string): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Makes a folder a build, and the current one. When it throws, the current one is as it was.
 *
 * @param refused from what somebody had gone back when the build began
 * @returns false when somebody has gone back since: the current one stays, and this one is refused with what it holds
 */
export async function finish(folder: string, stamp: Stamp, refused?: Stamp): Promise<boolean> {
  const refusedNow = await readStamp(refusedFile(folder))
  if (refusedNow && !isDeepStrictEqual(refusedNow, refused)) {
    await writeWhole(refusedFile(folder), JSON.stringify(stamp))
    return false
  }
  await writeWhole(join(folder, 'stamp.json'), JSON.stringify(stamp))
  await rm(refusedFile(folder), { force: true })
  await pointTo(folder)
  return true
}

/** The folder of the current build, when there is one. */
export async function findCurrent(municipality: string): Promise<string | undefined> {
  const home = homeOf(municipality)
  const name = (await readFile(join(home, 'current'), 'utf8').catch(() => '')).trim()
  return name ? join(home, name) : undefined
}

/**
 * Makes the build before the current one current, and remembers from what the refused one was made.
 *
 * @throws when there is nothing to go back to
 */
export async function rollBack(municipality: string): Promise<{ from: string; to: string }> {
  const from = await findCurrent(municipality)
  const to = await findEarlier(municipality)
  if (!from || !to) throw new Error(`expected an earlier build of ${municipality} to go back to, got none`)
  await writeWhole(refusedFile(from), JSON.stringify(await findStamp(from)))
  await pointTo(to)
  return { from, to }
}

/** The newest build with other words than the current one: the same words of another day are nothing to go back to. */
async function findEarlier(municipality: string): Promise<string | undefined> {
  const current = await findCurrent(municipality)
  if (!current) return undefined
  const content = (await findStamp(current))?.content
  const builds = await listBuilds(municipality)
  for (const folder of builds.slice(builds.indexOf(current) + 1))
    if ((await findStamp(folder))?.content !== content) return folder
  return undefined
}

/** Whether there is one of the same program: another's pages may not know this database. */
export async function canGoBack(municipality: string): Promise<boolean> {
  const [from, to] = [await findCurrent(municipality), await findEarlier(municipality)]
  if (!from || !to) return false
  return (await findStamp(from))?.program === (await findStamp(to))?.program
}

/** Lets what somebody went back from be built again. */
export const forgiveRefused = (municipality: string): Promise<void> =>
  rm(join(homeOf(municipality), 'refused'), { force: true })

/** What the build that somebody went back from was made of; nothing once another build has succeeded. */
export const findRefused = (municipality: string): Promise<Stamp | undefined> =>
  readStamp(join(homeOf(municipality), 'refused'))

/** Removes builds that are old, but never the current one, and never what one goes back to. */
export async function removeOld(municipality: string): Promise<void> {
  const needed = [await findCurrent(municipality), await findEarlier(municipality)]
  const old = (await listBuilds(municipality)).slice(kept).filter((folder) => !needed.includes(folder))
  await Promise.all(old.map(remove))
}

/** Removes what builds left behind that were killed: unfinished, and of a process that is no more. */
export async function removeLeftovers(municipality: string): Promise<void> {
  const current = await findCurrent(municipality)
  for (const folder of await listFolders(municipality)) {
    if (folder === current) continue
    const builder = Number(/^build-(\d+)-/.exec(basename(folder))?.[1])
    if (!(await findStamp(folder)) && (builder === process.pid || !isRunning(builder))) await remove(folder)
  }
}

/** A folder of builds with what lies beside it. A build whose server was killed may write a moment longer. */
export async function remove(folder: string): Promise<void> {
  const all = [folder, `${folder}.cache`, `${folder}.current`]
  await Promise.all(all.map((path) => rm(path, { recursive: true, force: true, maxRetries: 10 })))
}

const pointTo = (folder: string): Promise<void> =>
  writeWhole(join(folder, '..', 'current'), basename(folder), `${folder}.current`)

const refusedFile = (folder: string) => join(folder, '..', 'refused')

/** Finished builds, newest first. */
async function listBuilds(municipality: string): Promise<string[]> {
  const folders = await listFolders(municipality)
  const stamps = folders.map((folder) => stat(join(folder, 'stamp.json')).catch(() => undefined))
  return (await Promise.all(stamps))
    .flatMap((stamp, index) => (stamp ? [{ folder: folders[index] as string, at: stamp.mtimeMs }] : []))
    .sort((a, b) => b.at - a.at)
    .map(({ folder }) => folder)
}

async function listFolders(municipality: string): Promise<string[]> {
  const home = homeOf(municipality)
  const names = await readdir(home).catch(() => [])
  // A leftover may be no more than what lay beside a folder.
  return [
    ...new Set(names.filter((name) => name.startsWith('build-')).map((name) => name.split('.')[0])),
  ].map((name) => join(home, name as string))
}

/** Whether there is such a folder, finished or not. */
export const isThere = async (municipality: string, name: string): Promise<boolean> =>
  (await listFolders(municipality)).some((folder) => basename(folder) === name)

/** Whether a process of this machine is there. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
