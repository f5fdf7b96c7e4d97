/** Protects the files that a host sends by itself: one set of headers for all, and in each page its own policy. */
import { appendFile, glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { securityHeaders } from '../security.ts'
import { policyOf } from '../static-file.ts'

/**
 * The headers of every file. The policy of a page is in the page, so that no rule of a host can miss an address. Who
 * may frame it a page cannot say of itself (https://www.w3.org/TR/CSP3/#meta-element), and a header with a policy
 * could displace that of a drawn page: hence the older one.
 */
export function fileHeaders(publicUrl: URL | undefined): Record<string, string> {
  const { 'content-security-policy': _, ...headers } = securityHeaders(publicUrl)
  return { ...headers, 'x-frame-options': 'DENY' }
}

/**
 * Writes into every page below a folder, first in its head, the policy that our own server would send with it.
 *
 * @returns how many pages there were
 */
export async function writePolicies(folder: string): Promise<number> {
  let pages = 0
  for await (const path of glob('**/*.html', { cwd: folder })) {
    const file = join(folder, path)
    const html = await readFile(file, 'utf8')
    const policy = policyOf(html).replace("; frame-ancestors 'none'", '')
    const protectedPage = html.replace(
      /<head>(?:<meta charset="utf-8">)?/,
      `$&<meta http-equiv="content-security-policy" content="${policy}">`,
    )
    if (protectedPage === html) throw new Error(`${path}: expected <head>, got a page without it`)
    await writeFile(file, protectedPage)
    pages++
  }
  return pages
}

/** As Netlify and Cloudflare read it, beside what the adapter has written. */
export function writeHeaders(folder: string, publicUrl: URL | undefined): Promise<void> {
  const lines = Object.entries(fileHeaders(publicUrl)).map(([name, value]) => `  ${name}: ${value}`)
  return appendFile(join(folder, '_headers'), `\n/*\n${lines.join('\n')}\n`)
}
