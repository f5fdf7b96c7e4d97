import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { push } from '#editing/push.ts'
import { openRepository } from '#editing/repository.ts'
import { draftOfPage, gitIn, kari, openDesk, page, searchPath } from './desk.ts'

function makeRemote() {
  const folder = mkdtempSync(join(tmpdir(), 'pusterom-remote-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  execFileSync('git', ['init', '--quiet', '--bare', folder])
  return folder
}

test('every change is copied to the remote, drafts come and go there, and nothing there is overwritten', async () => {
  const remote = makeRemote()
  const { dataFolder, editing, read, save, draft, get, git } = await openDesk({ remote })
  const refs = (folder: string) => gitIn(folder, 'for-each-ref', '--format=%(refname) %(objectname)')
  const own = () => git('for-each-ref', '--format=%(refname) %(objectname)')
  const copied = async () => {
    for (let tries = 0; tries < 200 && refs(remote) !== own(); tries++) await wait(50)
    expect(refs(remote)).toBe(own())
  }
  await save(kari, page, `${await read(kari, page)}\nNytt.\n`)
  await copied()
  await draft(kari, page, `${await read(kari, page)}\nUtkast.\n`)
  await copied()
  expect(refs(remote)).toContain('refs/heads/cms/rights/avlastning')
  await get(kari, 'deleteUnpublishedEntry', draftOfPage)
  await copied()
  expect(refs(remote)).not.toContain('refs/heads/cms/')
  expect(editing.pushProblem()).toBeUndefined()

  const tree = gitIn(remote, 'rev-parse', 'main^{tree}')
  const person = ['-c', 'user.name=X', '-c', 'user.email=x@x.example']
  const foreign = gitIn(remote, ...person, 'commit-tree', tree, '-p', 'main', '-m', 'Elsewhere')
  gitIn(remote, 'update-ref', 'refs/heads/main', foreign)
  await save(kari, page, `${await read(kari, page)}\nMer.\n`)
  for (let tries = 0; tries < 200 && !editing.pushProblem(); tries++) await wait(50)
  expect(editing.pushProblem()).toMatch(/rejected/)
  expect(gitIn(remote, 'rev-parse', 'main')).toBe(foreign)
  await editing.stop()

  const repository = await openRepository({ dataFolder, searchPath })
  const secret = 'https://kari:hemmelig@127.0.0.1:1/x.git'
  await expect(push(repository, secret)).rejects.toThrow(/^(?!.*hemmelig)/s)
})
