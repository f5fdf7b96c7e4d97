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

/** Below the data folder. */
export const paperFolder = (dataFolder: string): string => join(dataFolder, 'paper')

/**
 * Several processes may keep in the same folder at once. When it cannot be written, everything is drawn each time.
 *
 * @param writers says which version of the writers draws: another one finds nothing of this one
 * @param onDraw is told the name of each writer that had to draw
 */
export function keepIn(folder: string, writers: string, onDraw: (name: string) => void = () => {}): Keep {
  const ready = mkdir(folder, { recursive: true }).catch(() => {})
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

/** Milliseconds. Editors go back to yesterday's words; nobody goes back to last month's. */
const unusedFor = 30 * 24 * 60 * 60 * 1000

/** Bytes: some thirty versions of everything there is. */
const mostBytes = 200e6

/**
 * Takes away what has not been used for long, and of too much what was used longest ago.
 *
 * @param since milliseconds since 1970: what has been used since then stays, however much it is
 * @param most bytes
 */
export async function prune(folder: string, since: number, most = mostBytes): Promise<void> {
  const found = (await readdir(folder).catch(() => [])).map(async (name) => {
    const file = join(folder, name)
    // Another process may prune at the same time.
    const { mtimeMs: at, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }))
    return { file, at, size }
  })
  let bytes = 0
  for (const { file, at, size } of (await Promise.all(found)).sort((a, b) => b.at - a.at)) {
    bytes += size
    if (at < since && (bytes > most || at < Date.now() - unusedFor)) await rm(file, { force: true })
  }
}
