/**
 * The CMS as its makers built it, straight from its package: one script, and the parts that it fetches when they are
 * needed. It is no part of the build, for copying and compressing 5 MB would cost every publish some seconds. Each file
 * is read and compressed when somebody first asks for it, and held in memory from then on.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { compressions, getContentType, isCompressible } from '#publish/file-kind.ts'
import { cmsFolder } from './cms-page.ts'
import type { StaticFile } from './static-file.ts'

/** The script, its parts and what they compute with; nothing else of the package is on the web. */
const shown = /^(?:decap-cms|\d+\.decap-cms)\.js$|^[0-9a-f]{20}\.wasm$/

/** Half a second for the script, once; the last percent of its size would take ten. */
const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}

/** @returns the file at an address below `cmsFolder`; nothing for every other address */
export function openCmsFiles(): (path: string) => Promise<StaticFile | undefined> {
  const files = new Map<string, Promise<StaticFile>>()
  return async (path) => {
    const name = path.startsWith(cmsFolder) ? path.slice(cmsFolder.length) : ''
    if (!shown.test(name)) return undefined
    const file = files.get(name) ?? readCmsFile(name)
    files.set(name, file)
    // A name that is no file must not stay: anybody may make up as many as she likes.
    return file.catch(() => void files.delete(name))
  }
}

async function readCmsFile(name: string): Promise<StaticFile> {
  const folder = dirname(createRequire(import.meta.url).resolve('decap-cms/dist/decap-cms.js'))
  const bytes = await readFile(join(folder, name))
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const compressible = isCompressible(name)
  const encodings = compressible ? compressions : []
  const twins = encodings.map(
    async (encoding) =>
      [encoding, { bytes: await compress[encoding](bytes), tag: `"${hash}-${encoding}"` }] as const,
  )
  return {
    variants: { ...Object.fromEntries(await Promise.all(twins)), identity: { bytes, tag: `"${hash}"` } },
    encodings,
    headers: {
      'content-type': getContentType(name),
      'cache-control': 'public, max-age=31536000, immutable',
      ...(compressible && { vary: 'Accept-Encoding' }),
    },
  }
}
