import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { localKey } from '#db/master-key.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pusterom-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('the first start makes a key that only its owner may read, and the next one uses it', () => {
  const folder = join(emptyFolder(), 'data')
  const key = localKey(folder)
  expect(key).toHaveLength(32)
  expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600)
  expect(localKey(folder).equals(key)).toBe(true)
})

test('two folders get different keys', () => {
  expect(localKey(emptyFolder()).equals(localKey(emptyFolder()))).toBe(false)
})

test.each(['', 'short', Buffer.alloc(31).toString('base64')])(
  'a key file with %j is an error and is left as it is',
  (content) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'key'), content)
    expect(() => localKey(folder)).toThrow(/key: expected 32 bytes in base64, got \d+ bytes/)
    expect(readFileSync(join(folder, 'key'), 'utf8')).toBe(content)
  },
)

test('a database without its key is an error, not a new key', () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'pusterom.sqlite'), '')
  expect(() => localKey(folder)).toThrow(/expected the key of .+ got nothing/)
  expect(() => statSync(join(folder, 'key'))).toThrow()
})
