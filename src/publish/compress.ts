/** Compresses a file once and hard, so that the server only has to send. */
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isCompressible, twinOf } from './file-kind.ts'

/**
 * Writes a file that was not there, with a `.br` and a `.gz` beside it where it gains from them. The same file always
 * gives the same bytes.
 *
 * @returns how many bytes most browsers get
 */
export async function writeWithTwins(file: string, content: Buffer): Promise<number> {
  // Never into a file that is there: an earlier build may hold the same one. And on the disk before the build counts:
  // whoever comes after a power cut would meet an empty page.
  const write = (path: string, bytes: Buffer) => writeFile(path, bytes, { flag: 'wx', flush: true })
  if (!isCompressible(file)) {
    await write(file, content)
    return content.length
  }
  const [br, gz] = await Promise.all([compress(content), promisify(gzip)(content, { level: 9 })])
  await Promise.all([write(file, content), write(twinOf(file, 'br'), br), write(twinOf(file, 'gzip'), gz)])
  return Math.min(br.length, content.length)
}

const compress = (content: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
