import { globSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRepository } from '#editing/repository.ts'
import { tidy } from '#editing/tidy.ts'
import { kari, openDesk, page, searchPath } from './desk.ts'

test('the repository is packed while somebody saves and another process packs it too, and nothing is lost', async () => {
  const { dataFolder, editing, read, save, git } = await openDesk()
  const loose = () => Number(/^count: (\d+)/m.exec(git('count-objects', '-v'))?.[1])
  const words = await read(kari, page)
  for (let number = 1; number <= 3; number++) await save(kari, page, `${words}\nFør ${number}.\n`)
  expect(loose()).toBeGreaterThan(200)
  const saves = Number(git('rev-list', '--count', 'main'))

  const others = await openRepository({ dataFolder, searchPath })
  const saving = async () => {
    for (let number = 1; number <= 8; number++)
      expect(await save(kari, page, `${words}\nLagret ${number}.\n`)).toMatchObject({ status: 200 })
  }
  await Promise.all([editing.tidy(), tidy(others), saving()])

  expect(loose()).toBeLessThan(100)
  expect(Number(git('rev-list', '--count', 'main'))).toBe(saves + 8)
  expect(git('show', `main:${page}`)).toMatch(/Lagret 8\.$/)
  expect(git('fsck', '--full', '--strict')).toBe('')
  await editing.tidy()
  expect(await read(kari, page)).toContain('Lagret 8.')
})

test('packing waits a moment for another process that has just begun to pack', async () => {
  const { dataFolder, editing } = await openDesk()
  const lock = join(dataFolder, 'content.git/gc.pid.lock')
  writeFileSync(lock, '')
  const packed = editing.tidy()
  setTimeout(() => rmSync(lock), 300)
  await packed
  writeFileSync(lock, '')
  await expect(editing.tidy()).rejects.toThrow('gc.pid.lock')
})

test('packing that is broken off leaves what was there, and the next one succeeds', async () => {
  const { dataFolder, editing, read, git } = await openDesk()
  const words = await read(kari, page)
  const locks = () => globSync('**/*.lock', { cwd: join(dataFolder, 'content.git') })
  const tidyFor = (milliseconds: number) =>
    editing.tidy(AbortSignal.timeout(milliseconds)).then(
      () => 'done',
      (error: Error) => error.name,
    )
  // No machine packs within a millisecond; in the others, one may.
  expect(await tidyFor(1)).toBe('AbortError')
  for (const moment of [3, 15, 60]) {
    expect(await tidyFor(moment)).toMatch(/^(done|AbortError)$/)
    expect(await read(kari, page)).toBe(words)
    // One that is left stops every later packing.
    expect(locks()).toEqual([])
  }
  await editing.tidy()
  expect(await read(kari, page)).toBe(words)
  expect(git('fsck', '--full', '--strict')).toBe('')
})
