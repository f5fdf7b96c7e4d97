import { randomUUID } from 'node:crypto'

/**
 * A UUID that begins with the time (version 7, RFC 9562): what is made together lies together in an index, so that a
 * commit of many rows writes few pages. It is unique, not secret, and nobody reads the time from it.
 */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
