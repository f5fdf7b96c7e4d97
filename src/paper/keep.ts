/**
 * Keeps what has been drawn, so that a rebuild after a changed phone number draws only what shows it. A file is named
 * by everything it was drawn from: it is never wrong, only unused.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What `write` makes of the input, from the disk when it has been made before.
 *
 * @param name of the writer, `sheet.pdf`
 * @param input what JSON can say, and all that the writer sees
 */
export type Keep = <Input>(
  name: string,
  input: Input,
  write: (input: Input) => Promise<Uint8Array>,
) => Promise<Uint8Array>

/** Milliseconds. Editors go back to yesterday's words; nobody goes back to last month's. */
const unusedFor = 30 * 24 * 60 * 60 * 1000

/**
 * Several processes may keep in the same folder at once. When it cannot be written, everything is drawn each time.
 *
 * @param writers says which version of the writers draws: another one finds nothing of this one
 * @param onDraw is told the name of each writer that had to draw
 */
export function keepIn(folder: string, writers: string, onDraw: (name: string) => void = () => {}): Keep {
  const ready = prepare(folder).catch(() => {})
  return async (name, input, write) => {
    await ready
    const key = createHash('sha256')
      .update(`${writers}\n${name}\n${JSON.stringify(input)}`)
      .digest('base64url')
    const file = join(folder, key)
    const found = await findWhole(file)
    if (found) return found
    const bytes = await write(input)
    onDraw(name)
    await store(file, bytes).catch(() => {})
    return bytes
  }
}

/** @returns nothing when it is not there, or is not all there after a crash */
async function findWhole(file: string): Promise<Uint8Array | undefined> {
  const stored = await readFile(file).catch(() => undefined)
  if (!stored) return undefined
  const bytes = stored.subarray(digestLength)
  if (!digestOf(bytes).equals(stored.subarray(0, digestLength))) return undefined
  const now = new Date()
  await utimes(file, now, now).catch(() => {})
  return bytes
}

/** Renaming is one step: another process sees the whole file or none. */
async function store(file: string, bytes: Uint8Array): Promise<void> {
  const half = `${file}.${randomUUID()}`
  await writeFile(half, Buffer.concat([digestOf(bytes), bytes]))
  await rename(half, file)
}

const digestLength = 32
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Makes the folder, and takes away what has not been used for long. */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const oldest = Date.now() - unusedFor
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    // Another process may prune at the same time.
    const used = await stat(file).catch(() => undefined)
    if (used && used.mtimeMs < oldest) await rm(file, { force: true })
  }
}
