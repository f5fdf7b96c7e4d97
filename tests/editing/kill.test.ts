import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { draftOfPage, gitIn, makeDataFolder, page, searchPath } from './desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'pusterom-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A git that counts its calls, and at one of them kills whoever called it before, or right after, doing its work. */
const git = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()
const bin = join(folder, 'bin')
mkdirSync(bin)
writeFileSync(
  join(bin, 'git'),
  `#!/bin/sh
n=$(($(cat ${folder}/calls) + 1)); echo $n > ${folder}/calls
read at when < ${folder}/kill
[ "$n" = "$at" ] && [ "$when" = before ] && kill -9 $PPID && exit 1
${git} "$@"; code=$?
[ "$n" = "$at" ] && kill -9 $PPID
exit $code
`,
  { mode: 0o755 },
)

function runKilledAt(call: number, when: string, dataFolder: string, request: object[]) {
  writeFileSync(join(folder, 'calls'), '0\n')
  writeFileSync(join(folder, 'kill'), `${call} ${when}\n`)
  const script = ['tests/editing/save-once.ts', dataFolder, 'content', JSON.stringify(request)]
  const { signal, status, stderr } = spawnSync(process.execPath, script, {
    env: { PATH: `${bin}:${searchPath}` },
    encoding: 'utf8',
  })
  return { signal, status, stderr }
}

const branch = { branch: 'main' }
const words = readFileSync(page, 'utf8')
const file = {
  slug: 'avlastning',
  path: page,
  raw: `${words}\nNytt.\n`,
  base: undefined as string | undefined,
}
const options = { collectionName: 'rights', commitMessage: 'Update', status: 'draft' }
const open = { action: 'getEntry', params: { ...branch, path: page } }
const save = {
  action: 'persistEntry',
  params: { ...branch, dataFiles: [file], assets: [], options: { ...options, useWorkflow: false } },
}
const draft = {
  action: 'persistEntry',
  params: { ...branch, dataFiles: [file], assets: [], options: { ...options, useWorkflow: true } },
}
const pass = {
  action: 'updateUnpublishedEntryStatus',
  params: { ...branch, ...draftOfPage, newStatus: 'pending_publish' },
}
const publish = { action: 'publishUnpublishedEntry', params: { ...branch, ...draftOfPage } }

test.each([
  { name: 'a text that is saved', before: [], act: [open, save] },
  { name: 'a draft that is published', before: [open, draft, pass], act: [publish] },
])('$name is kept whole, or not at all, wherever the process is killed', async ({ before, act }) => {
  const prepared = await makeDataFolder()
  expect(runKilledAt(0, 'never', prepared, before)).toMatchObject({ status: 0 })
  let published = false
  for (let call = 1; ; call++) {
    const ended = []
    for (const when of ['before', 'after']) {
      const dataFolder = await makeDataFolder()
      rmSync(dataFolder, { recursive: true })
      cpSync(prepared, dataFolder, { recursive: true })
      const { signal } = runKilledAt(call, when, dataFolder, act)
      ended.push(signal)
      const repository = join(dataFolder, 'content.git')
      gitIn(repository, 'fsck', '--strict', '--no-dangling')
      const now = gitIn(repository, 'show', `main:${page}`)
      expect([words.trim(), file.raw.trim()], `call ${call}`).toContain(now)
      const isNew = now === file.raw.trim()
      expect(isNew || !published, 'a later call kills no earlier work').toBe(true)
      published = isNew
      // Nothing is lost, and nothing stands in the way of doing it again.
      const draftLeft = gitIn(repository, 'for-each-ref', 'refs/heads/cms') !== ''
      if (act.includes(publish)) expect(draftLeft || isNew).toBe(true)
      const again = isNew && act.includes(publish) ? [] : act
      const retried = runKilledAt(0, 'never', dataFolder, again)
      expect(retried, retried.stderr).toMatchObject({ status: 0 })
      expect(gitIn(repository, 'show', `main:${page}`)).toBe(file.raw.trim())
      expect(existsSync(join(repository, 'refs/heads/main.lock'))).toBe(false)
    }
    if (ended.every((signal) => signal === null)) {
      expect(call).toBeGreaterThan(5)
      return
    }
  }
})
