/** Every kind of file that a built site may hold, and whether it gains from compression. */
import { extname } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.zip': 'application/zip',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  // Pagefind's, each compressed by itself.
  '.pagefind': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
}

/** @throws for an ending that is not listed: better no start than a wrong type on the web */
export function getContentType(file: string): string {
  const type = contentTypes[extname(file).toLowerCase()]
  if (!type)
    throw new Error(`${file}: expected one of ${Object.keys(contentTypes).join(' ')}, got another ending`)
  return type
}

/** Text, and the binary kinds that are not compressed by themselves. */
export const isCompressible = (file: string) => /charset=|wasm|x-icon/.test(getContentType(file))

/** Best first. */
export const compressions = ['br', 'gzip'] as const
export type Compression = (typeof compressions)[number]
const endings: Readonly<Record<Compression, string>> = { br: '.br', gzip: '.gz' }

/** The name of the compressed twin that lies beside a file. */
export const twinOf = (file: string, compression: Compression) => `${file}${endings[compression]}`

/** Whether a file is such a twin. */
export const isTwin = (file: string) => Object.values(endings).includes(extname(file))
