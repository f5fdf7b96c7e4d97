/**
 * The repository of the texts, `content.git` in the data folder: bare, so that nothing is ever half checked out. The
 * branch `main` is what the site is built from, `shipped` what came with the program, `cms/…` are drafts.
 */
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Git, gitOf, NoGit } from './git.ts'

export const mainBranch = 'main'
export const mainRef = `refs/heads/${mainBranch}`
export const shippedRef = 'refs/heads/shipped'

export interface Repository {
  readonly folder: string
  readonly git: Git
  /** Runs what writes one by one; begins again when another process was quicker. */
  inTurn<T>(act: () => Promise<T>): Promise<T>
}

/** Another process has moved a branch since it was read. */
export class Moved extends Error {}

/**
 * Opens the repository, and makes an empty one where there is none.
 *
 * @throws {NoGit} when there is none to make; where there is one already, texts would be missing without git
 */
export async function openRepository(options: {
  dataFolder: string
  searchPath: string
}): Promise<Repository> {
  const folder = join(options.dataFolder, 'content.git')
  const git = gitOf({ folder, searchPath: options.searchPath })
  if (await exists(join(folder, 'HEAD'))) await expectGit(git, folder)
  else await create(folder, options.searchPath)
  await removeLeftovers(folder)
  let last: Promise<unknown> = Promise.resolve()
  return {
    folder,
    git,
    inTurn(act) {
      const turn = last.then(() => untilUnmoved(act))
      last = turn.catch(() => {})
      return turn
    },
  }
}

const expectGit = (git: Git, folder: string) =>
  git(['--version']).catch((error) => {
    throw new Error(`${folder}: expected git in PATH to read the texts with, got none`, { cause: error })
  })

async function untilUnmoved<T>(act: () => Promise<T>, tries = 20): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Moved) || tries === 1) throw error
    // Not in step with the other one, which begins again too.
    await wait(Math.random() * 200)
    return untilUnmoved(act, tries - 1)
  }
}

/** Made beside its place and renamed: nobody finds half a repository. */
async function create(folder: string, searchPath: string): Promise<void> {
  const unfinished = `${folder}.new-${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const init = ['init', '--bare', '--quiet', '--template=', `--initial-branch=${mainBranch}`]
  try {
    await gitOf({ folder: unfinished, searchPath })(init)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another process may have been quicker.
    if (error instanceof NoGit || !(await exists(join(folder, 'HEAD')))) throw error
  }
}

/** Long after any of our commands is over, in milliseconds. */
const old = 60_000

/** What a killed process leaves: locks, which would stop every later one, and indexes. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const left = names.filter((name) => /\.lock$|^index-/.test(name) && !name.startsWith('objects/'))
  for (const name of left) await removeOld(join(folder, name), old)
}

/** @returns whether it is gone */
export async function removeOld(file: string, age: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  if (found && Date.now() - found.mtimeMs < age) return false
  await rm(file, { force: true })
  return true
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
