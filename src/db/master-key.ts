/** The master key of a computer that nobody gave one: made on the first start and kept beside the database. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const length = 32

/**
 * Reads `key` in the data folder, or makes it, readable by its owner alone. It is never overwritten.
 *
 * @throws when the file is not a key, or is gone while the database that needs it is there
 */
export function localKey(dataFolder: string): Buffer {
  const file = join(dataFolder, 'key')
  const database = join(dataFolder, 'pusterom.sqlite')
  // In this order: another process that starts right now makes the key before the database.
  const orphan = existsSync(database)
  if (!existsSync(file)) {
    if (orphan)
      throw new Error(
        `expected the key of ${database} in ${file}, got nothing: put it back, or set PUSTEROM_KEY`,
      )
    make(dataFolder, file)
  }
  return readKey(file)
}

function readKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== length)
    throw new Error(
      `${file}: expected ${length} bytes in base64, got ${key.length} bytes. Restore it from a copy; a new key cannot read what the old one sealed.`,
    )
  return key
}

/** A link appears whole or not at all, and never replaces a file: of two that start at once, both use the first's. */
function make(dataFolder: string, file: string) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const draft = writeNewKey(file)
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
}

function writeNewKey(file: string): string {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, `${randomBytes(length).toString('base64')}\n`, { mode: 0o600, flush: true })
  return draft
}

/** The key in the data folder, without making one. */
export function findLocalKey(dataFolder: string): Buffer | undefined {
  const file = join(dataFolder, 'key')
  return existsSync(file) ? readKey(file) : undefined
}

/** The key before this one, while `npm run rotate-keys` is under way on this computer. */
export function findPreviousKey(dataFolder: string): Buffer | undefined {
  const file = previousFile(dataFolder)
  return existsSync(file) ? readKey(file) : undefined
}

/** Puts a new key in the place of the old one, which stays beside it. A second call after a crash goes on. */
export function replaceLocalKey(dataFolder: string): void {
  const file = join(dataFolder, 'key')
  const previous = findPreviousKey(dataFolder)
  if (previous && !previous.equals(readKey(file))) return
  if (!previous) linkSync(file, previousFile(dataFolder))
  renameSync(writeNewKey(file), file)
}

/** Once nothing is wrapped by it any more. */
export function removePreviousKey(dataFolder: string): void {
  rmSync(previousFile(dataFolder), { force: true })
}

const previousFile = (dataFolder: string) => join(dataFolder, 'key.previous')
