/** Node's request as the web's Request, for the pages that are drawn on demand. */
import type { IncomingMessage } from 'node:http'

/** Headers of the connection, and claims of proxies, which the server has read by now and no page should. */
const kept = (name: string) =>
  !/^(connection|keep-alive|transfer-encoding|te|upgrade|expect|forwarded|x-forwarded-.*)$/.test(name)

/** @param url absolute, on the origin that the public uses */
export function toRequest(message: IncomingMessage, url: string, body: Buffer | undefined): Request {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(message.headersDistinct))
    if (kept(name)) for (const value of values) headers.append(name, value)
  // Astro drops the body of a HEAD before its length is known; the server leaves it out itself.
  const method = message.method === 'HEAD' ? 'GET' : message.method
  const init: RequestInit = { method: method ?? 'GET', headers }
  return new Request(url, body ? { ...init, body: new Uint8Array(body) } : init)
}

/** The host that the client named; nothing when it named none (HTTP/1.0 may), two (RFC 9112, 3.2) or no host at all. */
export function hostOf(message: IncomingMessage): string | undefined {
  const [host, ...more] = message.headersDistinct.host ?? []
  if (host === undefined && message.httpVersion === '1.0') return 'localhost'
  if (!host || more.length > 0) return undefined
  const looksRight = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host)
  return looksRight && URL.canParse(`http://${host}`) ? host : undefined
}

/** The X-Forwarded-For header as one list, also when it came in several lines. */
export function forwardedFor(message: IncomingMessage): string | undefined {
  return message.headersDistinct['x-forwarded-for']?.join(',')
}
