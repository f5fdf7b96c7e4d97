import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  findCurrent,
  findRefused,
  findStamp,
  finish,
  homeOf,
  newFolder,
  removeLeftovers,
  rollBack,
} from '#publish/builds.ts'
import { addHappening, type Happening, listHappenings } from '#publish/journal.ts'
import type { Stamp } from '#publish/stamp.ts'

const municipality = 'builds-test'
const home = homeOf(municipality)
const stampOf = (content: string): Stamp => ({ day: '2026-11-22', content, program: 'p' })
beforeEach(async () => {
  await rm(home, { recursive: true, force: true })
  onTestFinished(() => rm(home, { recursive: true, force: true }))
})

async function build(content: string): Promise<string> {
  const folder = await newFolder(municipality)
  await finish(folder, stampOf(content))
  // A file system may know no difference between two moments.
  await utimes(join(folder, 'stamp.json'), Number(content), Number(content))
  return folder
}

describe('a power cut or a full disk', () => {
  test('that leaves half a stamp leaves no build, and stops no later one', async () => {
    const [first, cut] = [await build('1'), await mkdtemp(join(home, 'build-999999999-'))]
    for (const half of ['', '{"day":"2026-']) {
      await writeFile(join(cut, 'stamp.json'), half)
      expect(await findStamp(cut)).toBeUndefined()
      await writeFile(join(home, 'refused'), half)
      expect(await findRefused(municipality)).toBeUndefined()
    }
    await removeLeftovers(municipality)
    expect((await readdir(home)).sort()).toEqual([basename(first), 'current', 'refused'])
    expect(await findStamp(await build('2'))).toMatchObject({ content: '2' })
  })

  test('that lets no build be pointed to leaves the current one, and no pieces', async () => {
    const first = await build('1')
    const folder = await newFolder(municipality)
    // No file can be written where a folder lies.
    await mkdir(`${folder}.current`)
    await expect(finish(folder, stampOf('2'))).rejects.toThrow('EISDIR')
    expect(await findCurrent(municipality)).toBe(first)
    await rm(`${folder}.current`, { recursive: true })
    await finish(folder, stampOf('2'))
    await mkdir(join(home, `refused.${process.pid}`))
    await expect(rollBack(municipality)).rejects.toThrow('EISDIR')
    expect([await findCurrent(municipality), await findRefused(municipality)]).toEqual([folder, undefined])
  })

  test('that keeps a line out of the journal lets this process know it, and write it with the next', async () => {
    const happen = (texts: string): Happening => ({ what: 'live', at: '2026-11-22T08:00:00Z', texts })
    await addHappening(municipality, happen('a'))
    const journal = join(home, 'journal')
    const before = await readFile(journal, 'utf8')
    await rm(journal)
    await mkdir(journal)
    for (const texts of ['b', 'c']) await addHappening(municipality, happen(texts))
    expect(await listHappenings(municipality)).toEqual(['b', 'c'].map(happen))

    await rm(journal, { recursive: true })
    await writeFile(journal, `${before}{"what":"li`)
    await addHappening(municipality, happen('d'))
    expect(await listHappenings(municipality)).toEqual(['a', 'b', 'c', 'd'].map(happen))
    expect((await readFile(journal, 'utf8')).match(/"d"/g)).toHaveLength(1)
  })
})

test('a build that was under way when somebody went back does not bring forward what she went back from', async () => {
  const [first] = [await build('1'), await build('2')]
  const begun = await newFolder(municipality)
  const before = await findRefused(municipality)
  await rollBack(municipality)
  expect(await finish(begun, stampOf('3'), before)).toBe(false)
  expect(await findCurrent(municipality)).toBe(first)
  expect(await findRefused(municipality)).toEqual(stampOf('3'))

  const later = await newFolder(municipality)
  expect(await finish(later, stampOf('4'), await findRefused(municipality))).toBe(true)
  expect([await findCurrent(municipality), await findRefused(municipality)]).toEqual([later, undefined])
})
