/** A deployment where texts are edited: its own data folder, a copy of the shipped texts, and people at the desk. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { openEditing } from '#editing/editing.ts'
import { now } from '../db/databases.ts'
import { asking } from './asking.ts'

export * from './asking.ts'

const municipality = 'fjordvik'

export const searchPath = process.env.PATH ?? ''

/** A data folder that has received the texts, for all tests of a file to copy: made when the first one asks. */
let template: Promise<string> | undefined
afterAll(async () => {
  if (template) rmSync(await template, { recursive: true, force: true })
})

async function makeTemplate(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pusterom-desk-'))
  await openEditing({ dataFolder, contentFolder: 'content', municipality, searchPath, now: () => now })
  return dataFolder
}

interface More {
  readonly remote?: string
  /** What came with the program, where that is not the project's own. */
  readonly contentFolder?: string
  /** One that is there already. */
  readonly dataFolder?: string
}

/** A data folder that has received the texts, gone when the test is over. */
async function makeDataFolder(): Promise<string> {
  template ??= makeTemplate()
  const shared = await template
  const folder = mkdtempSync(join(tmpdir(), 'pusterom-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(shared, folder, { recursive: true })
  return folder
}

export async function openDesk({ remote, contentFolder = 'content', ...more }: More = {}) {
  const dataFolder = more.dataFolder ?? (await makeDataFolder())
  let published = 0
  const open = () =>
    openEditing({
      dataFolder,
      contentFolder,
      municipality,
      searchPath,
      now: () => now,
      remote,
      onPublished: () => {
        published += 1
      },
    })
  const editing = await open()
  onTestFinished(() => editing.stop())
  return {
    dataFolder,
    editing,
    open,
    published: () => published,
    git: (...args: string[]) => gitIn(join(dataFolder, 'content.git'), ...args),
    ...asking(editing),
  }
}

/** Git as a developer runs it, to look at what is there. */
export const gitIn = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { env: { PATH: searchPath, GIT_DIR: folder }, encoding: 'utf8' }).trim()

/** A text that nobody checked, as somebody may who has the repository itself, or as it is after an upgrade. */
export function pushByHand(dataFolder: string, path: string, text: string): void {
  const env = {
    PATH: searchPath,
    GIT_DIR: join(dataFolder, 'content.git'),
    GIT_INDEX_FILE: join(dataFolder, 'index-by-hand'),
  }
  const git = (args: string[], input = '') =>
    execFileSync('git', args, { env, input, encoding: 'utf8' }).trim()
  git(['read-tree', 'main'])
  git(['update-index', '--cacheinfo', `100644,${git(['hash-object', '-w', '--stdin'], text)},${path}`])
  const who = ['-c', 'user.name=N', '-c', 'user.email=n@x.invalid']
  const commit = ['commit-tree', git(['write-tree']), '-p', 'main', '-m', 'By hand']
  git(['update-ref', 'refs/heads/main', git([...who, ...commit])])
}
