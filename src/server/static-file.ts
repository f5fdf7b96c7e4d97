/** One file of the built site, held in memory with its compressed twins and ready to be sent. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { compressions, getContentType, isCompressible, twinOf } from '#publish/file-kind.ts'
import type { Encoding } from './negotiate.ts'
import { contentSecurityPolicy } from './security.ts'

interface Variant {
  readonly bytes: Buffer
  /** Strong: another encoding or another byte gives another tag. */
  readonly tag: string
}

export interface StaticFile {
  readonly variants: Readonly<Partial<Record<Encoding, Variant>>> & { readonly identity: Variant }
  /** Smallest first, without the file as it is. */
  readonly encodings: readonly Encoding[]
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Reads a file and its compressed twins.
 *
 * @param file where it lies
 * @param path its address, from which caching follows: names below `/_assets/` carry their own hash
 * @param known the file at that address until now, which goes on where the bytes are the same
 * @throws when the ending has no content type
 */
export async function readStaticFile(file: string, path: string, known?: StaticFile): Promise<StaticFile> {
  const contentType = getContentType(file)
  const compressible = isCompressible(file)
  const identity = await readFile(file)
  if (known?.variants.identity.bytes.equals(identity)) return known
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  const variants: Partial<Record<Encoding, Variant>> = {}
  for (const encoding of compressible ? compressions : []) {
    const bytes = await readFile(twinOf(file, encoding)).catch(() => undefined)
    if (bytes && bytes.length < identity.length) variants[encoding] = { bytes, tag: `"${hash}-${encoding}"` }
  }
  const available = compressions.filter((encoding) => variants[encoding])
  return {
    variants: { ...variants, identity: { bytes: identity, tag: `"${hash}"` } },
    encodings: available,
    headers: {
      'content-type': contentType,
      'cache-control': path.startsWith('/_assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(compressible && { vary: 'Accept-Encoding' }),
      ...(contentType.startsWith('text/html') && {
        'content-security-policy': policyOf(identity.toString()),
      }),
    },
  }
}

/** The build is our own, so the styles and scripts that a built page carries are the ones it may use. */
export function policyOf(html: string): string {
  const textsOf = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text = '']) => text)
  return contentSecurityPolicy({
    styles: textsOf(/<style[^>]*>([\s\S]*?)<\/style>/g),
    scripts: /<script[^>]+src=/.test(html),
    connects: /<script[^>]+src=|<body[^>]*\sdata-connects/.test(html),
    // Data for search engines is never run, and needs no leave to.
    inlineScripts: textsOf(
      /<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g,
    ),
  })
}
