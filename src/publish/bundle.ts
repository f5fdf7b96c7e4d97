/**
 * The program as the pages are drawn with it: what Astro and Vite make of src/, once for each version of it. It holds
 * no texts, so that a changed text costs no more than drawing it.
 */
import {
  glob,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  utimes,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { project } from './builds.ts'
import { programPrint } from './stamp.ts'

/** `client/` goes out as it is, `server/` draws pages on demand, `draw/` those of the build. */
export interface Bundle {
  readonly folder: string
}

const home = join(project, 'dist', '.program')

/** In milliseconds. */
const hour = 3_600_000

/** A process does not change while it runs. */
const prints = new Map<string, Promise<string>>()

/** The bundle of the program as it is; makes it where there is none. */
export async function getBundle(site: string): Promise<Bundle> {
  const print = prints.get(site) ?? programPrint(site)
  prints.set(site, print)
  const folder = join(home, await print)
  const now = new Date()
  const isThere = await utimes(folder, now, now).then(
    () => true,
    () => false,
  )
  if (!isThere) await make(folder)
  return { folder }
}

async function make(folder: string): Promise<void> {
  await mkdir(home, { recursive: true })
  const unfinished = await mkdtemp(join(home, 'new-'))
  const out = join(unfinished, 'out')
  try {
    const { build } = await import('astro')
    // A cache of its own each time: two builds may run at once, and nothing of an earlier one can reach this one.
    // Warnings are of Astro's insides.
    await build({
      outDir: out,
      cacheDir: join(unfinished, 'cache'),
      logLevel: 'error',
    })
    await flushFolder(out)
    // Another process may have been quicker; the same program is the same bundle.
    await rename(out, folder).catch(async (error) => {
      if (!(await stat(folder).catch(() => undefined))) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  // Through a link: tests lend their programs to copies of the project.
  await removeUnused(dirname(await realpath(home)), Date.now())
}

/** A folder that is there counts as whole, also after a power cut. */
async function flushFolder(folder: string): Promise<void> {
  for (const each of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue
    await using file = await open(join(each.parentPath, each.name))
    await file.sync()
  }
}

/**
 * Removes the programs that nobody needs: no build of any municipality here points to it, and none was made with it
 * for a day. A build that lies elsewhere, or that is not finished yet, has just used its own.
 *
 * @param dist where the builds lie, with their programs in `.program`
 * @param now in milliseconds
 */
export async function removeUnused(dist: string, now: number): Promise<void> {
  const home = join(dist, '.program')
  const needed = new Set(await namesOfNeeded(dist))
  for (const name of await readdir(home)) {
    const { mtimeMs } = await stat(join(home, name)).catch(() => ({ mtimeMs: now }))
    const isUnfinished = name.startsWith('new-')
    const isIdle = now - mtimeMs > (isUnfinished ? hour : 24 * hour)
    if (isIdle && !needed.has(name)) await rm(join(home, name), { recursive: true, force: true })
  }
}

async function namesOfNeeded(dist: string): Promise<string[]> {
  const links: string[] = []
  for await (const path of glob('*/*/server', { cwd: dist }))
    links.push(await readlink(join(dist, path)).catch(() => ''))
  return links.map((link) => basename(dirname(link)))
}
