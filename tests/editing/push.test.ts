import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { gitOf } from '#editing/git.ts'
import { push, startPushing } from '#editing/push.ts'
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

test('a remote that never answers is given up, and said', async () => {
  const { dataFolder } = await openDesk()
  const repository = await openRepository({ dataFolder, searchPath })
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const closed = Promise.withResolvers<void>()
  silent.on('connection', (socket) => {
    onTestFinished(() => void socket.destroy())
    socket
      .on('error', () => {})
      .on('close', () => closed.resolve())
      .resume()
  })
  onTestFinished(() => void silent.close())
  const { port } = silent.address() as { port: number }
  const problem = Promise.withResolvers<string>()
  const pushing = startPushing(repository, `https://127.0.0.1:${port}/x.git`, problem.resolve, {
    answer: 500,
  })
  pushing.wake()
  expect(await problem.promise).toBe('CONTENT_REMOTE: expected an answer within 0.5 s, got none')
  // What git has started is gone, too.
  await closed.promise
  await pushing.stop()
})

test('a remote that was away gets everything when it is back, although nothing changes meanwhile', async () => {
  const { dataFolder, git } = await openDesk()
  const repository = await openRepository({ dataFolder, searchPath })
  const remote = makeRemote()
  renameSync(remote, `${remote}.away`)
  const problem = Promise.withResolvers<string>()
  const pushing = startPushing(repository, remote, problem.resolve, { again: 200 })
  onTestFinished(() => pushing.stop())
  pushing.wake()
  expect(await problem.promise).toContain('CONTENT_REMOTE')
  expect(pushing.problem()).toBeDefined()
  renameSync(`${remote}.away`, remote)
  await expect
    .poll(() => gitIn(remote, 'for-each-ref', 'refs/heads/main'))
    .toContain(git('rev-parse', 'main'))
  await expect.poll(() => pushing.problem()).toBeUndefined()
})

test('no more than a few programs of git run at once', async () => {
  const folder = makeRemote()
  const log = join(folder, 'log')
  const script = `#!/bin/sh\necho begin >> ${log}\n/bin/sleep 0.05\necho end >> ${log}\n`
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
  const git = gitOf({ folder, searchPath: folder })
  await Promise.all(Array.from({ length: 30 }, () => git(['version'])))
  const said = readFileSync(log, 'utf8').trim().split('\n')
  expect(said).toHaveLength(60)
  let running = 0
  const counts = said.map((word) => (running += word === 'begin' ? 1 : -1))
  expect(Math.max(...counts)).toBeLessThanOrEqual(8)
})

test('a password of the remote stands in no command line', async () => {
  const folder = makeRemote()
  const log = join(folder, 'log')
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho "$@" >> ${log}\n/usr/bin/env >> ${log}\n`, {
    mode: 0o755,
  })
  const git = gitOf({ folder, searchPath: folder })
  const repository = { folder, git, inTurn: <T>(act: () => Promise<T>) => act() }
  await push(repository, 'https://kari:hemm%C3%A6lig@copy.example/x.git')
  await push(repository, 'https://kari:50%hemm@copy.example/x.git')
  const said = readFileSync(log, 'utf8')
  expect(said).toContain('=https://copy.example/x.git\n')
  expect(said).toContain('=http.https://copy.example/.extraHeader\n')
  expect(said).toContain(`=Authorization: Basic ${Buffer.from('kari:hemmælig').toString('base64')}\n`)
  expect(said).toContain(`=Authorization: Basic ${Buffer.from('kari:50%hemm').toString('base64')}\n`)
  expect(said).not.toMatch(/hemm/)
})
