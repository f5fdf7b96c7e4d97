/** What a browser can take, read from its request headers (RFC 9110, sections 8.8, 12.4 and 13.1). */
import type { Compression } from '#publish/file-kind.ts'

export type Encoding = Compression | 'identity'

/**
 * The best of the encodings at hand. Ties go to the smallest, in the order given; nothing acceptable gives the file
 * as it is, since an answer is better than a refusal.
 *
 * @param header the Accept-Encoding header, if any
 * @example chooseEncoding('gzip;q=0.5, br', ['br', 'gzip']) // 'br'
 */
export function chooseEncoding(header: string | undefined, available: readonly Encoding[]): Encoding {
  const wanted = new Map<string, number>()
  for (const part of header?.toLowerCase().split(',') ?? []) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    if (name) wanted.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0)
  }
  const any = wanted.get('*') ?? 0
  let best: Encoding = 'identity'
  // What is not named is only welcome through `*`, except the file as it is, the last resort.
  let bestQuality = wanted.get('identity') ?? 0
  for (const encoding of available) {
    const quality = wanted.get(encoding) ?? any
    if (quality > 0 && (quality > bestQuality || (quality === bestQuality && best === 'identity'))) {
      best = encoding
      bestQuality = quality
    }
  }
  return best
}

/**
 * Whether the browser already has this version. Compared weakly, as the RFC asks for If-None-Match.
 *
 * @param header the If-None-Match header, if any: `*`, or a list of tags
 * @example matchesTag('W/"a", "b"', '"b"') // true
 */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return header.match(/"[^"]*"/g)?.includes(tag) ?? false
}
