/**
 * Files that this machine can write and cannot read: compressed lines, closed with age (https://age-encryption.org) to
 * a public key. Any age program opens them: `age -d -i IDENTITY FILE | gunzip`.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'

/**
 * Writes it whole or not at all, for its owner alone, and returns when it is on the disk.
 *
 * @param recipient `age1…`
 */
export async function writeAgeFile(
  file: string,
  recipient: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const encrypter = new Encrypter()
  try {
    encrypter.addRecipient(recipient)
  } catch {
    throw new Error(`expected an age public key (age1…), got ${recipient}`)
  }
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}.part`
  try {
    const compressed = Readable.from(ended(lines)).pipe(createGzip())
    const closed = await encrypter.encrypt(Readable.toWeb(compressed) as globalThis.ReadableStream)
    await pipeline(
      Readable.fromWeb(closed as ReadableStream<Uint8Array>),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    )
    await rename(draft, file)
    await syncFolder(folder)
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * The lines of a file, one at a time.
 *
 * @param identityFile what opens it: lines of `AGE-SECRET-KEY-…`, as age-keygen writes them
 */
export async function* readAgeFile(file: string, identityFile: string): AsyncGenerator<string> {
  const decrypter = new Decrypter()
  for (const identity of await readIdentities(identityFile)) decrypter.addIdentity(identity)
  await access(file, constants.R_OK).catch(() => notReadable(file, 'a backup'))
  const sealed = Readable.toWeb(createReadStream(file)) as globalThis.ReadableStream<Uint8Array>
  const opened = await decrypter.decrypt(sealed).catch((cause: unknown) => {
    throw new Error(
      `${file}: expected an age file closed to the identity in ${identityFile}, got one that it does not open`,
      { cause },
    )
  })
  const plain = createGunzip()
  const copied = pipeline(Readable.fromWeb(opened as ReadableStream<Uint8Array>), plain)
  copied.catch(() => {})
  try {
    yield* createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY })
    await copied
  } catch (cause) {
    throw new Error(`${file}: expected a whole file, got one that is cut off or changed`, { cause })
  }
}

async function readIdentities(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() =>
    notReadable(file, 'the identity that opens the backup'),
  )
  const lines = text.split('\n').map((line) => line.trim())
  const identities = lines.filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identities.length === 0)
    throw new Error(`${file}: expected a line that starts with AGE-SECRET-KEY-, got none`)
  return identities
}

function notReadable(file: string, what: string): never {
  throw new Error(`${file}: expected a file with ${what}, got none that can be read`)
}

async function* ended(lines: AsyncIterable<string> | Iterable<string>) {
  for await (const line of lines) yield `${line}\n`
}

/** A new name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Bytes that were written as lines of base64. */
export async function readBytes(file: string, identityFile: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const line of readAgeFile(file, identityFile)) parts.push(Buffer.from(line, 'base64'))
  return Buffer.concat(parts)
}
