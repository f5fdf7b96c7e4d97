/** A deployment where texts are edited: its own data folder, a copy of the shipped texts, and people at the desk. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { type Editing, openEditing } from '#editing/editing.ts'
import { now } from '../db/databases.ts'

const municipality = 'fjordvik'
export const kari = { id: 'kari-id', name: 'Kari Fjordheim' }
export const ola = { id: 'ola-id', name: 'Ola Nordvik' }

/** Pages and files that the tests change, below the root of the repository. */
export const page = 'content/pages/nb/rights/avlastning.mdx'
export const cafe = 'content/municipalities/fjordvik/cafes/etter-pa.yaml'
export const notices = 'content/municipalities/fjordvik/notices'
export const media = 'content/media'

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

/** What the CMS does, in its own words. */
export function asking(editing: Pick<Editing, 'answer'>) {
  const ask = (who: typeof kari, action: string, params: object = {}) =>
    editing.answer(who, { action, params: { branch: 'main', ...params } })
  /** @throws when it was refused */
  const get = async <Body>(who: typeof kari, action: string, params: object = {}): Promise<Body> => {
    const { status, body } = await ask(who, action, params)
    if (status !== 200) throw new Error(`expected ${action} to be done, got ${JSON.stringify(body)}`)
    return body as Body
  }
  const read = async (who: typeof kari, path: string) =>
    (await get<{ data: string }>(who, 'getEntry', { path })).data
  return {
    ask,
    get,
    read,
    save: (who: typeof kari, path: string, raw: string, more: Record<string, unknown> = {}) =>
      ask(who, 'persistEntry', saving(path, raw, more)),
    draft: (who: typeof kari, path: string, raw: string, more: Record<string, unknown> = {}) =>
      ask(who, 'persistEntry', saving(path, raw, { useWorkflow: true, ...more })),
  }
}

export const draftOfPage = { collection: 'rights', slug: 'avlastning' }

function saving(
  path: string,
  raw: string,
  { assets = [], base, newPath, ...options }: Record<string, unknown>,
) {
  return {
    dataFiles: [{ slug: 'avlastning', path, raw, base, newPath }],
    assets,
    options: {
      collectionName: 'rights',
      commitMessage: 'Update avlastning',
      useWorkflow: false,
      status: 'draft',
      ...options,
    },
  }
}
