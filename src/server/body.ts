/** The body of a request, within bounds: forms are text, and 64 kB of it is a long letter. */
import type { IncomingMessage } from 'node:http'

export const bodyLimit = 64 * 1024

/** A refused body, with the status that says why. */
type Refusal = 400 | 411 | 413

/**
 * Reads the body before any page sees the request, so that a slow sender holds a socket and nothing else.
 *
 * @returns the bytes, or the status to answer with. On 413 nothing has been read.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | Refusal> {
  const length = request.headers['content-length']
  if (length === undefined) return 411
  if (Number(length) > bodyLimit) return 413
  const parts: Buffer[] = []
  try {
    for await (const part of request) parts.push(part)
  } catch {
    return 400
  }
  return Buffer.concat(parts)
}

/**
 * Ends a connection whose body nobody wants. Closing at once would reset it, and the answer be lost on its way; so
 * what still comes is thrown away for a moment first.
 */
export function drain(request: IncomingMessage, milliseconds = 2000): void {
  request.resume()
  setTimeout(() => request.complete || request.socket.destroy(), milliseconds).unref()
}
