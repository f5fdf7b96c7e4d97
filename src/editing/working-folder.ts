/** The texts of a commit as files, for a build to read: one folder for each, which never changes. */
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from './place.ts'
import type { Repository } from './repository.ts'
import { listFiles, readBlobs } from './tree.ts'

/** A build that is under way reads an older one. */
const kept = 4

/**
 * Writes texts below `home`, unless they are there.
 *
 * @param tree a commit, or the tree of one
 * @returns the folder, with `pages/` in it
 */
export async function exportTree(repository: Repository, tree: string, home: string): Promise<string> {
  const folder = join(home, tree.slice(0, 16))
  const now = new Date()
  // Used now: what is removed is what nobody has asked for longest.
  const there = await utimes(folder, now, now).then(
    () => true,
    () => false,
  )
  if (there) return folder
  await mkdir(home, { recursive: true, mode: 0o700 })
  const unfinished = await mkdtemp(join(home, '.new-'))
  try {
    await writeTexts(repository, tree, unfinished)
  } catch (error) {
    // The others are still being written.
    await rm(unfinished, { recursive: true, force: true, maxRetries: 10 })
    throw error
  }
  // Another process may have been quicker; the same commit is the same texts.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }))
  await removeOld(home)
  return folder
}

async function writeTexts(repository: Repository, tree: string, folder: string): Promise<void> {
  const files = await listFiles(repository, tree, `${root}/`)
  const contents = await readBlobs(
    repository,
    files.map(({ blob }) => blob),
  )
  const made = new Set<string>()
  const written: Promise<void>[] = []
  for (const [index, { path }] of files.entries()) {
    // The history may have been restored from elsewhere: what hides, or leads out, is no text.
    if (/(^|\/)\.|[\\\p{Cc}]/u.test(path)) continue
    const file = join(folder, path.slice(root.length + 1))
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true })
    made.add(dirname(file))
    written.push(writeFile(file, contents[index] as Buffer, { flush: true }))
  }
  await Promise.all(written)
}

async function removeOld(home: string): Promise<void> {
  const names = await readdir(home)
  const folders = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs } = await stat(join(home, name)).catch(() => ({ mtimeMs: 0 }))
      return { path: join(home, name), unfinished: name.startsWith('.new-'), at: mtimeMs }
    }),
  )
  const finished = folders.filter((each) => !each.unfinished).sort((a, b) => b.at - a.at)
  const left = folders.filter((each) => each.unfinished && Date.now() - each.at > 3_600_000)
  for (const { path } of [...finished.slice(kept), ...left]) await rm(path, { recursive: true, force: true })
}
