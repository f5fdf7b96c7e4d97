import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openEditing } from '#editing/editing.ts'
import { now } from '../db/databases.ts'
import { asking, draftOfPage, kari, media, openDesk, page, searchPath } from './desk.ts'
import { aPicture } from './pictures.ts'

const refused = (said: string) => ({ status: 422, body: { error: expect.stringContaining(said) } })

test('a draft whose name is too long to be kept is refused with what to do, and asking for one finds none', async () => {
  const { read, draft, ask } = await openDesk()
  const raw = `${await read(kari, page)}\nMer.\n`
  for (const collectionName of ['🌻'.repeat(40), 'ø'.repeat(80)]) {
    expect(await draft(kari, page, raw, { collectionName })).toMatchObject(refused('Navnet på utkastet'))
    const name = { collection: collectionName, slug: 'avlastning' }
    expect((await ask(kari, 'unpublishedEntry', name)).status).toBe(404)
    expect((await ask(kari, 'deleteUnpublishedEntry', name)).status).toBe(404)
  }
})

test('there is an end to how many drafts are kept, and those that are there can still be written', async () => {
  const { read, draft, ask, dataFolder, git } = await openDesk()
  const raw = `${await read(kari, page)}\nMer.\n`
  expect((await draft(kari, page, raw)).status).toBe(200)
  const head = git('rev-parse', 'refs/heads/cms/rights/avlastning')
  const refs = Array.from({ length: 199 }, (_, index) => `create refs/heads/cms/rights/n${index} ${head}\n`)
  write(dataFolder, ['update-ref', '--stdin'], refs.join(''))

  expect(await draft(kari, page, `${raw}\nMer.\n`, { collectionName: 'new' })).toMatchObject(
    refused('Det er alt 200 utkast'),
  )
  expect((await draft(kari, page, `${raw}\nMer.\n`)).status).toBe(200)
  expect((await ask(kari, 'deleteUnpublishedEntry', draftOfPage)).status).toBe(200)
  await read(kari, page)
  expect((await draft(kari, page, raw)).status).toBe(200)
})

test('there is an end to how many pictures are kept, and texts can still be written', async () => {
  const { read, save, ask, dataFolder, git } = await openDesk()
  const content = (await aPicture('jpeg')).toString('base64')
  const put = (name: string) =>
    ask(kari, 'persistMedia', {
      asset: { path: `${media}/${name}.jpg`, content, encoding: 'base64' },
      options: { commitMessage: 'x' },
    })
  expect((await put('first')).status).toBe(200)
  const blob = git('rev-parse', `main:${media}/first.jpg`)
  const env = { GIT_INDEX_FILE: join(dataFolder, 'index') }
  write(dataFolder, ['read-tree', 'main'], '', env)
  const lines = Array.from({ length: 999 }, (_, index) => `100644 ${blob}\t${media}/n${index}.jpg\n`)
  write(dataFolder, ['update-index', '--index-info'], lines.join(''), env)
  const tree = write(dataFolder, ['write-tree'], '', env)
  const person = ['-c', 'user.name=x', '-c', 'user.email=x@x.invalid']
  const commit = write(dataFolder, [...person, 'commit-tree', tree, '-p', 'main', '-m', 'x'])
  write(dataFolder, ['update-ref', 'refs/heads/main', commit])

  expect(await put('last')).toMatchObject(refused('Det er alt 1000 bilder'))
  expect((await save(kari, page, `${await read(kari, page)}\nMer.\n`)).status).toBe(200)
})

const write = (dataFolder: string, args: readonly string[], input = '', more = {}): string =>
  execFileSync('git', args, {
    env: { PATH: searchPath, GIT_DIR: join(dataFolder, 'content.git'), ...more },
    encoding: 'utf8',
    input,
  }).trim()

test('on a full disk the editor is told to say so, and the same text is saved when there is room', async () => {
  const { dataFolder, git } = await openDesk()
  const bin = mkdtempSync(join(tmpdir(), 'pusterom-full-'))
  onTestFinished(() => rmSync(bin, { recursive: true, force: true }))
  const own = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const full = join(bin, 'full')
  const says = "echo 'fatal: unable to write loose object file: No space left on device' >&2; exit 128"
  const script = `#!/bin/sh\n[ -f ${full} ] && [ "$(echo "$@" | grep -c hash-object)" = 1 ] && { ${says}; }\nexec ${own} "$@"\n`
  writeFileSync(join(bin, 'git'), script, { mode: 0o755 })
  const options = { dataFolder, contentFolder: 'content', municipality: 'fjordvik', now: () => now }
  const editing = await openEditing({ ...options, searchPath: `${bin}:${searchPath}` })
  onTestFinished(() => editing.stop())
  const { read, save } = asking(editing)
  const text = `${await read(kari, page)}\nNytt.\n`
  const before = git('rev-parse', 'main')

  writeFileSync(full, '')
  expect(await save(kari, page, text)).toMatchObject({
    status: 507,
    body: { error: 'Det er ikke plass til mer hos oss. Si fra til den som drifter nettstedet.' },
  })
  expect(git('rev-parse', 'main')).toBe(before)
  rmSync(full)
  expect((await save(kari, page, text)).status).toBe(200)
  expect(await read(kari, page)).toContain('Nytt.')
})
