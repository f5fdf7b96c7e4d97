/**
 * The program as the pages are drawn with it: what Astro and Vite make of src/, once for each version of it. It holds
 * no texts, so that a changed text costs no more than drawing it.
 */
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { project } from './builds.ts'
import { programPrint } from './stamp.ts'

/** `client/` goes out as it is, `server/` draws pages on demand, `draw/` those of the build. */
export interface Bundle {
  readonly folder: string
}

const home = join(project, 'dist', '.program')

/** Programs that stay: this one, and the one before, for a build that is under way. */
const kept = 3

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
    // Another process may have been quicker; the same program is the same bundle.
    await rename(out, folder).catch(async (error) => {
      if (!(await stat(folder).catch(() => undefined))) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  await removeOld()
}

async function removeOld(): Promise<void> {
  const found = await Promise.all(
    (await readdir(home)).map(async (name) => {
      const { mtimeMs } = await stat(join(home, name)).catch(() => ({ mtimeMs: 0 }))
      return { path: join(home, name), isNew: name.startsWith('new-'), at: mtimeMs }
    }),
  )
  const done = found.filter(({ isNew }) => !isNew).sort((a, b) => b.at - a.at)
  const left = found.filter(({ isNew, at }) => isNew && Date.now() - at > 3_600_000)
  for (const { path } of [...done.slice(kept), ...left]) await rm(path, { recursive: true, force: true })
}
