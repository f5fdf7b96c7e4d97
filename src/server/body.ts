/** The body of a request, within bounds: forms are text, and 64 kB of it is a long letter. */
import type { IncomingMessage } from 'node:http'

export const bodyLimit = 64 * 1024

/** A refused body, with the status that says why. */
type Refusal = 400 | 411 | 413

/**
 * Reads the body before any page sees the request, so that a slow sender holds a socket and nothing else. A length is
 * not needed: some proxies pass forms on in chunks.
 *
 * @returns the bytes, or the status to answer with. On 413 no more than the limit has been kept.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number = bodyLimit,
): Promise<Buffer | Refusal> {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers
  if (length === undefined && coding === undefined) return 411
  if (Number(length ?? 0) > limit) return 413
  const parts: Buffer[] = []
  let bytes = 0
  return new Promise((resolve) => {
    request.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes <= limit) parts.push(part)
      else resolve(413)
    })
    request.once('end', () => resolve(Buffer.concat(parts)))
    for (const event of ['error', 'close']) request.once(event, () => resolve(400))
  })
}

/**
 * Ends a connection whose body nobody wants. Closing at once would reset it, and the answer be lost on its way; so
 * what still comes is thrown away for a moment first.
 */
export function drain(request: IncomingMessage, milliseconds = 2000): void {
  request.resume()
  setTimeout(() => request.complete || request.socket.destroy(), milliseconds).unref()
}
