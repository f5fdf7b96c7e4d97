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
 * in the repository changes: to be killed while it is read is to be killed before the next one.
 */
const bin = join(folder, 'bin')
const calls = join(folder, 'calls')
const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
mkdirSync(bin)
writeFileSync(
  join(bin, 'git'),
  `#!/bin/sh
case " $* " in
*' hash-object '* | *' read-tree '* | *' update-index '* | *' write-tree '* | *' commit-tree '* | *' update-ref '*) writes=1 ;;
esac
if [ -n "$writes" ] && [ -f ${calls} ]; then
  n=$(($(cat ${calls}) + 1))
  echo $n > ${calls}
  [ "$n" = "0" ] && kill -9 $PPID && exit 1
fi
exec ${git} "$@"
`,
  { mode: 0o755 },
)

/** @returns whether the process came to its end */
function saveKilledAt(call: number, dataFolder: string, requests: object[]): boolean {
  rmSync(calls, { force: true })
  // In the program itself: its environment is not that of the process.
  writeFileSync(join(bin, 'git'), readFileSync(join(bin, 'git'), 'utf8').replace(/"\d+" \]/, `"${call}" ]`))
  const script = ['tests/editing/save-once.ts', dataFolder, JSON.stringify(requests), calls]
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

test.each([
  { name: 'a text that is saved', before: [], act: [open, saving(false)] },
  { name: 'a draft that is published', before: [open, saving(true), ready], act: [publish] },
])(
  '$name is there whole or not at all, wherever the process is killed',
  { timeout: 400_000 },
  async (each) => {
    const prepared = await openDesk()
    for (const { action, params } of each.before) await prepared.get(kari, action, params)
    let wasPublished = false
    for (let call = 1; ; call++) {
      const dataFolder = mkdtempSync(join(folder, 'data-'))
      cpSync(prepared.dataFolder, dataFolder, { recursive: true })
      const ended = saveKilledAt(call, dataFolder, each.act)
      const repository = join(dataFolder, 'content.git')
      gitIn(repository, 'fsck', '--strict', '--no-dangling')
      const now = gitIn(repository, 'show', `main:${page}`)
      expect([words, newer.trim()]).toContain(now)
      const isPublished = now === newer.trim()
      expect(isPublished || !wasPublished, 'what was kept stays kept').toBe(true)
      wasPublished = isPublished

      // Nothing is lost, and nothing stands in the way of doing it again.
      const desk = await openDesk({ dataFolder })
      const drafts = await desk.get<string[]>(kari, 'unpublishedEntries')
      expect(drafts).toEqual(each.act[0] === publish && !isPublished ? ['rights/avlastning'] : [])
      if (!isPublished) for (const { action, params } of each.act) await desk.get(kari, action, params)
      expect(gitIn(repository, 'show', `main:${page}`)).toBe(newer.trim())
      if (!ended) continue
      expect(call).toBeGreaterThan(4)
      return
    }
  },
)
