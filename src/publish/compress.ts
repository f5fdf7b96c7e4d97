/** Compresses a built folder once and hard, so that the server only has to send. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isCompressible, twinOf } from './file-kind.ts'

interface Compressed {
  readonly pages: number
  readonly files: number
  /** As built, and as most browsers get it. */
  readonly bytes: number
  readonly compressed: number
}

/**
 * Writes a `.br` and a `.gz` beside every file that gains from it. The same file always gives the same bytes.
 *
 * @param earlier a folder that was compressed before: what is the same there is taken from it
 */
export async function compressFolder(folder: string, earlier?: string): Promise<Compressed> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(
    files.map((file) => compressFile(file, earlier && join(earlier, relative(folder, file)))),
  )
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
  return {
    pages: files.filter((file) => file.endsWith('.html')).length,
    files: files.length,
    bytes: sum(sizes.map(({ bytes }) => bytes)),
    compressed: sum(sizes.map(({ compressed }) => compressed)),
  }
}

async function compressFile(file: string, before?: string): Promise<{ bytes: number; compressed: number }> {
  const content = await readFile(file)
  if (!isCompressible(file)) return { bytes: content.length, compressed: content.length }
  const [br, gz] = (await findTwins(content, before)) ?? (await compress(content))
  await Promise.all([writeFile(twinOf(file, 'br'), br), writeFile(twinOf(file, 'gzip'), gz)])
  return { bytes: content.length, compressed: Math.min(br.length, content.length) }
}

/** The twins of a file that has the same bytes. */
async function findTwins(content: Buffer, before: string | undefined): Promise<[Buffer, Buffer] | undefined> {
  if (!before || !content.equals(await readFile(before).catch(() => Buffer.of()))) return undefined
  const twins = Promise.all([readFile(twinOf(before, 'br')), readFile(twinOf(before, 'gzip'))])
  return twins.catch(() => undefined)
}

const compress = (content: Buffer): Promise<[Buffer, Buffer]> =>
  Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    promisify(gzip)(content, { level: 9 }),
  ])
