import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkText } from '#editing/check-text.ts'
import { newerWords } from '#editing/newer-words.ts'
import { getPlace } from '#editing/place.ts'
import { openRepository } from '#editing/repository.ts'
import { listKept, receiveShipped } from '#editing/shipped.ts'
import { now } from '../db/databases.ts'
import { files } from '../rules/source.ts'
import { kari, openDesk, page, searchPath } from './desk.ts'

const other = page.replace('avlastning', 'omsorgsstonad')
const third = page.replace('avlastning', 'bpa')

/** What came with the program, as a later version of it may change it. */
function makeShipped() {
  const folder = mkdtempSync(join(tmpdir(), 'pusterom-shipped-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync('content', join(folder, 'content'), { recursive: true })
  return {
    contentFolder: join(folder, 'content'),
    file: (path: string) => join(folder, path),
    add: (path: string, words: string) =>
      writeFileSync(join(folder, path), `${readFileSync(join(folder, path), 'utf8')}\n${words}\n`),
  }
}

test('every text that is shipped can be saved by an editor as it is', () => {
  const shipped = files.filter((file) => file.startsWith('content/'))
  expect(shipped.length).toBeGreaterThan(150)
  const problems = shipped.flatMap((file) => {
    const place = getPlace(file, /^content\/municipalities\/([^/]+)/.exec(file)?.[1] ?? 'hamar')
    return place.is === 'text'
      ? checkText(file, place.schema, readFileSync(file, 'utf8')).map((each) => `${file}: ${each}`)
      : []
  })
  expect(problems).toEqual([])
})

test('an upgrade replaces what nobody touched, keeps what somebody did, and says where they differ', async () => {
  const shipped = makeShipped()
  const { contentFolder } = shipped
  const { dataFolder, read, save, git } = await openDesk({ contentFolder })
  for (const path of [page, third]) await save(kari, path, `${await read(kari, path)}\nKaris ord.\n`)

  shipped.add(page, 'Programmets ord.')
  shipped.add(other, 'Programmets ord.')
  rmSync(shipped.file('content/resources/bar.yaml'))
  const added = 'content/resources/ny.yaml'
  cpSync(shipped.file('content/resources/nav.yaml'), shipped.file(added))
  const repository = await openRepository({ dataFolder, searchPath })
  expect(await receiveShipped(repository, contentFolder, now)).toEqual({ kept: [page] })

  expect(git('show', `main:${page}`)).toMatch(/Karis ord\.$/)
  expect(git('show', `main:${third}`)).toMatch(/Karis ord\.$/)
  expect(git('show', `main:${other}`)).toMatch(/Programmets ord\.$/)
  const names = git('ls-tree', '-r', '--name-only', 'main', 'content/resources/').split('\n')
  expect(names).toContain(added)
  expect(names).not.toContain('content/resources/bar.yaml')

  const [kept, ...more] = await listKept(repository, 'fjordvik')
  expect(more).toEqual([])
  expect(kept).toMatchObject({
    path: page,
    difference: expect.stringMatching(/^-Karis ord\.\n\+Programmets ord\.$/m),
  })
  expect(kept?.difference).not.toMatch(/^(diff|index|---|\+\+\+|@@)/m)
  const place = { dataFolder, searchPath, municipality: 'fjordvik' }
  const { findings } = await newerWords(place)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    file: page,
    lines: ['«Avlastning»', '-Karis ord.', '+Programmets ord.'],
  })
  expect((await newerWords(place, new Map([[page, kept?.shipped ?? '']]))).findings).toEqual([])
  const head = git('rev-parse', 'main')
  expect(await receiveShipped(repository, contentFolder, now)).toEqual({ kept: [] })
  expect(git('rev-parse', 'main')).toBe(head)

  shipped.add(page, 'Enda nyere ord.')
  await receiveShipped(repository, contentFolder, now)
  expect((await newerWords(place, new Map([[page, kept?.shipped ?? '']]))).findings).toHaveLength(1)

  await save(kari, page, `${await read(kari, page)}\nMed begges ord.\n`)
  expect(await listKept(repository, 'fjordvik')).toEqual([])
  expect((await newerWords(place)).findings).toEqual([])
})

test('a first start takes in files, and neither links nor what hides', async () => {
  const { contentFolder, file } = makeShipped()
  symlinkSync('/etc/passwd', file('content/resources/lenke.yaml'))
  writeFileSync(file('content/resources/.skjult.yaml'), 'a: 1\n')
  const dataFolder = file('data')
  const repository = await openRepository({ dataFolder, searchPath })
  await receiveShipped(repository, contentFolder, now)
  const tree = (await repository.git(['ls-tree', '-r', 'main'])).toString()
  expect(tree).toContain('content/resources/nav.yaml')
  expect(tree).not.toMatch(/lenke|skjult|^120000/m)
  expect(existsSync(join(dataFolder, 'content.git/hooks'))).toBe(false)
})

test('where a draft stands survives a fresh clone', async () => {
  const { dataFolder, draft, read, get, git } = await openDesk()
  const name = { collection: 'rights', slug: 'avlastning' }
  await draft(kari, page, `${await read(kari, page)}\nUtkast.\n`)
  await get(kari, 'updateUnpublishedEntryStatus', { ...name, newStatus: 'pending_review' })

  const before = await get(kari, 'unpublishedEntry', name)
  const clone = await openDesk()
  rmSync(join(clone.dataFolder, 'content.git'), { recursive: true })
  git('clone', '--quiet', '--mirror', join(dataFolder, 'content.git'), join(clone.dataFolder, 'content.git'))
  expect(before).toMatchObject({ status: 'pending_review' })
  expect(await clone.get(kari, 'unpublishedEntry', name)).toEqual(before)
})
