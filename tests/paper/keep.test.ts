import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepIn, prune } from '#paper/keep.ts'
import { zip } from '#paper/zip.ts'

let folder: string
let drawn: unknown[]
const draw = async (input: unknown) => {
  drawn.push(input)
  return Buffer.from(JSON.stringify(input))
}

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'kept-')), 'paper')
  drawn = []
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

test('what has been drawn is not drawn again, also by another process', async () => {
  const first = await keepIn(folder, 'v1')('sheet.pdf', { title: 'Kurs' }, draw)
  const again = await keepIn(folder, 'v1')('sheet.pdf', { title: 'Kurs' }, draw)
  expect(drawn).toEqual([{ title: 'Kurs' }])
  expect(Buffer.from(again).toString()).toBe(Buffer.from(first).toString())
})

test('another input, another writer and another version of the writers draw anew', async () => {
  const keep = keepIn(folder, 'v1')
  await keep('sheet.pdf', { title: 'Kurs' }, draw)
  await keep('sheet.pdf', { title: 'Kafé' }, draw)
  await keep('sheet.docx', { title: 'Kurs' }, draw)
  await keepIn(folder, 'v2')('sheet.pdf', { title: 'Kurs' }, draw)
  expect(drawn).toHaveLength(4)
})

test('a file that a crash has spoilt is drawn anew, and whole again after', async () => {
  await keepIn(folder, 'v1')('sheet.pdf', 'Kurs', draw)
  const [name = ''] = await readdir(folder)
  const whole = await readFile(join(folder, name))
  for (const spoilt of [Buffer.alloc(0), whole.subarray(0, 34), Buffer.alloc(whole.length)]) {
    await writeFile(join(folder, name), spoilt)
    expect(Buffer.from(await keepIn(folder, 'v1')('sheet.pdf', 'Kurs', draw)).toString()).toBe('"Kurs"')
    expect(await readFile(join(folder, name))).toEqual(whole)
  }
  expect(drawn).toHaveLength(4)
})

test('many at once keep whole files and leave no halves', async () => {
  const keeps = [keepIn(folder, 'v1'), keepIn(folder, 'v1')]
  const inputs = Array.from({ length: 40 }, (_, index) => `Ark ${index % 8}`)
  const files = await Promise.all(inputs.map((input, index) => keeps[index % 2]?.('sheet.pdf', input, draw)))
  expect(files.map((bytes) => JSON.parse(`${bytes}`))).toEqual(inputs)
  expect(await readdir(folder)).toHaveLength(8)
})

describe('after a build', () => {
  const day = 24 * 60 * 60 * 1000
  const left = async () => (await readdir(folder)).sort()
  const lay = async (name: string, daysAgo: number, bytes = 100) => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, name), Buffer.alloc(bytes))
    const used = new Date(Date.now() - daysAgo * day)
    await utimes(join(folder, name), used, used)
  }

  test('what nobody has used for a month is taken away, and what is used stays', async () => {
    await keepIn(folder, 'v1')('sheet.pdf', 'i bruk', draw)
    const [used = ''] = await left()
    const longAgo = new Date(Date.now() - 40 * day)
    await utimes(join(folder, used), longAgo, longAgo)
    await lay('old', 40)
    await lay('half-written.old', 40)
    const begun = Date.now()
    await keepIn(folder, 'v1')('sheet.pdf', 'i bruk', draw)
    expect(drawn).toEqual(['i bruk'])
    await prune(folder, begun)
    expect(await left()).toEqual([used])
  })

  test('of too much goes what was used longest ago, and never what this build uses', async () => {
    for (const age of [1, 2, 3, 4]) await lay(`used-${age}`, age)
    await prune(folder, Date.now() - day / 2, 250)
    expect(await left()).toEqual(['used-1', 'used-2'])
    await prune(folder, Date.now() - 1.5 * day, 50)
    expect(await left()).toEqual(['used-1'])
  })
})

test('a folder that cannot be written, or is not there, costs time and nothing else', async () => {
  await writeFile(folder, 'no folder')
  const keep = keepIn(folder, 'v1')
  expect(Buffer.from(await keep('sheet.pdf', 'Kurs', draw)).toString()).toBe('"Kurs"')
  await prune(folder, 0)
})

test('files that are put into one have their names and bytes, and the same ones give the same', () => {
  const files = { 'avtale.pdf': Buffer.from('%PDF'), 'les-meg.txt': Buffer.from('Hei '.repeat(200)) }
  const packed = zip(files)
  expect(Object.keys(unzipSync(packed))).toEqual(['avtale.pdf', 'les-meg.txt'])
  expect(Buffer.from(unzipSync(packed)['les-meg.txt'] ?? []).toString()).toBe('Hei '.repeat(200))
  expect(packed.length).toBeLessThan(500)
  expect(Buffer.compare(zip(files), packed)).toBe(0)
  expect(Buffer.from(packed).readUInt32LE(10)).toBe(0x00210000)
})
