import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packTexts, unpackTexts } from '#editing/copy.ts'
import { gitIn, kari, openDesk, page, searchPath } from './desk.ts'

test('a backup brings back texts, drafts and history on an empty machine, and never over other texts', async () => {
  const { dataFolder, git, read, save, draft } = await openDesk()
  await save(kari, page, `${await read(kari, page)}\nKaris ord.\n`)
  await draft(kari, page, `${await read(kari, page)}\nKaris utkast.\n`)
  const refs = git('for-each-ref', '--format=%(objectname) %(refname)')
  expect(refs.split('\n')).toHaveLength(3)

  const bundle = await packTexts({ dataFolder, searchPath })
  const empty = mkdtempSync(join(tmpdir(), 'pusterom-desk-'))
  onTestFinished(() => rmSync(empty, { recursive: true, force: true }))
  expect(await packTexts({ dataFolder: empty, searchPath })).toBeUndefined()
  await unpackTexts({ dataFolder: empty, searchPath }, bundle as Buffer)
  const there = (...args: string[]) => gitIn(join(empty, 'content.git'), ...args)
  expect(there('for-each-ref', '--format=%(objectname) %(refname)')).toBe(refs)
  expect(there('show', `main:${page}`)).toContain('Karis ord.')
  expect(there('fsck', '--strict')).toBe('')
  await expect(unpackTexts({ dataFolder: empty, searchPath }, bundle as Buffer)).rejects.toThrow(
    'expected no texts',
  )
})
