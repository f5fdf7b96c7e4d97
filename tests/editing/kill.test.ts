import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compiled } from '../compiled.ts'
import { draftOfPage, gitIn, kari, openDesk, page, searchPath } from './desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'pusterom-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * A git that counts the calls that write, once it may, and kills whoever makes the nth one. Between two of them nothing
 * in the repository changes: to be killed while it is read is to be killed before the next one. Branches that move
 * together it moves one by one, in their order, as the real one does on the disk: the power may go in between.
 */
const bin = join(folder, 'bin')
const calls = join(folder, 'calls')
const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
mkdirSync(bin)
const gitThatKills = (at: number, counted: readonly string[]) => `#!/bin/sh
count() {
  [ -f ${calls} ] || return
  n=$(($(cat ${calls}) + 1))
  echo $n > ${calls}
  [ "$n" = "${at}" ] && kill -9 $PPID && exit 1
}
case " $* " in
*' update-ref '*)
  while read -r move; do
    count
    echo "$move" | ${git} "$@" || exit
  done
  exit ;;
${counted.map((call) => `*' ${call} '*`).join(' | ')}) count ;;
esac
exec ${git} "$@"
`

interface Asked {
  readonly action: string
  readonly params: object
}
interface Act {
  readonly act: readonly Asked[]
  readonly contentFolder?: string
  readonly counted?: readonly string[]
}

/** @returns whether the process came to its end */
function actKilledAt(
  call: number,
  dataFolder: string,
  { act, contentFolder = 'content', counted = ['commit-tree'] }: Act,
) {
  rmSync(calls, { force: true })
  // An upgrade happens while everything is opened.
  if (act.length === 0) writeFileSync(calls, '0\n')
  // In the program itself: its environment is not that of the process.
  writeFileSync(join(bin, 'git'), gitThatKills(call, counted), { mode: 0o755 })
  const script = ['tests/editing/save-once.ts', dataFolder, JSON.stringify(act), calls, contentFolder]
  const { signal, status, stderr } = spawnSync(process.execPath, script, {
    env: { ...compiled, PATH: `${bin}:${searchPath}` },
    encoding: 'utf8',
  })
  expect(signal ?? status, stderr).toBe(signal ? 'SIGKILL' : 0)
  return signal === null
}

const branch = { branch: 'main' }
const words = readFileSync(page, 'utf8').trim()
const newer = `${words}\n\nNytt.\n`
const open = { action: 'getEntry', params: { ...branch, path: page } }
const saving = (useWorkflow: boolean) => ({
  action: 'persistEntry',
  params: {
    ...branch,
    dataFiles: [{ slug: 'avlastning', path: page, raw: newer }],
    assets: [],
    options: { collectionName: 'rights', commitMessage: 'Update', status: 'draft', useWorkflow },
  },
})
const ready = {
  action: 'updateUnpublishedEntryStatus',
  params: { ...branch, ...draftOfPage, newStatus: 'pending_publish' },
}
const publish = { action: 'publishUnpublishedEntry', params: { ...branch, ...draftOfPage } }

const upgraded = join(folder, 'content')
cpSync('content', upgraded, { recursive: true })
writeFileSync(join(folder, page), newer)

const acts: (Act & { name: string; before: readonly Asked[] })[] = [
  {
    name: 'a text that is saved',
    before: [],
    act: [open, saving(false)],
    counted: ['hash-object', 'read-tree', 'update-index', 'write-tree', 'commit-tree'],
  },
  { name: 'a draft that is published', before: [open, saving(true), ready], act: [publish] },
  { name: 'an upgrade', before: [], act: [], contentFolder: upgraded },
]

test.each(acts)(
  '$name is there whole or not at all, wherever the process is killed',
  { timeout: 400_000 },
  async (each) => {
    const prepared = await openDesk()
    for (const { action, params } of each.before) await prepared.get(kari, action, params)
    let wasPublished = false
    for (let call = 1; ; call++) {
      const dataFolder = mkdtempSync(join(folder, 'data-'))
      cpSync(prepared.dataFolder, dataFolder, { recursive: true })
      const ended = actKilledAt(call, dataFolder, each)
      const repository = join(dataFolder, 'content.git')
      gitIn(repository, 'fsck', '--strict', '--no-dangling')
      const now = gitIn(repository, 'show', `main:${page}`)
      expect([words, newer.trim()]).toContain(now)
      const isPublished = now === newer.trim()
      expect(isPublished || !wasPublished, 'what was kept stays kept').toBe(true)
      wasPublished = isPublished

      // Nothing is lost, and nothing stands in the way of doing it again.
      const desk = await openDesk({ dataFolder, contentFolder: each.contentFolder })
      const drafts = await desk.get<string[]>(kari, 'unpublishedEntries')
      expect(drafts).toEqual(each.act[0] === publish && !isPublished ? ['rights/avlastning'] : [])
      if (!isPublished) for (const { action, params } of each.act) await desk.get(kari, action, params)
      expect(gitIn(repository, 'show', `main:${page}`)).toBe(newer.trim())
      if (!ended) continue
      expect(call).toBeGreaterThan(3)
      return
    }
  },
)
