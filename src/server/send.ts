/** What goes out on the wire: a file from memory, a drawn page, or a plain word. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { chooseEncoding, matchesTag } from './negotiate.ts'
import type { StaticFile } from './static-file.ts'

/** Quick rather than small: each page is drawn for one reader. */
const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}

/** Sends a file in the best encoding; 304 when the browser has it. `status` other than 200 is an error's page. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  status = 200,
): void {
  const encoding = chooseEncoding(request.headers['accept-encoding'], file.encodings)
  const { bytes, tag } = file.variants[encoding] ?? file.variants.identity
  for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value)
  if (status === 200) {
    response.setHeader('etag', tag)
    if (matchesTag(request.headers['if-none-match'], tag)) {
      response.removeHeader('content-type')
      response.writeHead(304).end()
      return
    }
  } else response.setHeader('cache-control', 'no-store')
  if (file.variants[encoding] !== file.variants.identity) response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', bytes.length)
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : bytes)
}

/**
 * Sends what a page drew. Never stored by anyone on the way: it may be about a person. A page that sets a tag gets
 * one for each encoding, and 304 for who has it.
 */
export async function sendDrawn(
  request: IncomingMessage,
  response: ServerResponse,
  drawn: Response,
): Promise<void> {
  let bytes = Buffer.from(await drawn.arrayBuffer())
  for (const [name, value] of drawn.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  const cookies = drawn.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  if (drawn.headers.get('content-type') === 'text/html')
    response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  const tag = drawn.status === 200 ? drawn.headers.get('etag') : null
  // Pages of someone with a session go out as they are: compression would let their length tell of what is in them.
  const open = request.headers.cookie === undefined && cookies.length === 0
  const text = /^text\/|json|xml/.test(drawn.headers.get('content-type') ?? '')
  if (open && text && !drawn.headers.has('content-encoding') && bytes.length > 1000) {
    response.setHeader('vary', 'Accept-Encoding')
    const encoding = chooseEncoding(request.headers['accept-encoding'], ['br', 'gzip'])
    if (encoding !== 'identity') {
      bytes = await compress[encoding](bytes)
      response.setHeader('content-encoding', encoding)
      if (tag) response.setHeader('etag', `${tag.slice(0, -1)}-${encoding}"`)
    }
  }
  if (tag && matchesTag(request.headers['if-none-match'], String(response.getHeader('etag')))) {
    for (const name of ['content-type', 'content-encoding']) response.removeHeader(name)
    response.writeHead(304).end()
    return
  }
  if (drawn.status !== 204 && drawn.status !== 304) response.setHeader('content-length', bytes.length)
  response.writeHead(drawn.status).end(request.method === 'HEAD' ? undefined : bytes)
}

/** Sends a redirect within the site. */
export function sendRedirect(response: ServerResponse, location: string): void {
  response.setHeader('content-length', 0)
  response.writeHead(308, { location, 'cache-control': 'no-cache' }).end()
}

/** Sends facts for machines. */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
): void {
  const body = `${JSON.stringify(value, null, 2)}\n`
  response.setHeader('content-length', Buffer.byteLength(body))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
