/** The headers that keep a page to itself. Used by the server for files and by the middleware for drawn pages. */
import { createHash } from 'node:crypto'

interface PagePolicy {
  /** The exact texts of the `<style>` elements that may apply. */
  styles?: readonly string[]
  /** Whether the page loads script files of our own, which may then ask the server. */
  scripts?: boolean
  /** Whether its inline scripts may ask the server, too. */
  connects?: boolean
  /** Whether these scripts may run WebAssembly. */
  webAssembly?: boolean
  /** The exact texts of the `<script>` elements that may run. Only a built page may name any. */
  inlineScripts?: readonly string[]
}

/**
 * The Content-Security-Policy of one page: nothing but what it names.
 *
 * @example contentSecurityPolicy({ styles: ['p{color:red}'] }) // "default-src 'none'; style-src 'sha256-…'; …"
 */
export function contentSecurityPolicy(page: PagePolicy = {}): string {
  const { styles = [], scripts = false, connects = scripts, webAssembly = false, inlineScripts = [] } = page
  return [
    "default-src 'none'",
    `style-src ${allow(hashesOf(styles))}`,
    `script-src ${allow([...(scripts ? ["'self'"] : []), ...(webAssembly ? ["'wasm-unsafe-eval'"] : []), ...hashesOf(inlineScripts)])}`,
    // An inline script talks to nobody unless its page says so: what a child writes on a card cannot leave the page.
    ...(connects ? ["connect-src 'self'"] : []),
    // data: is for the site's own mark, drawn in the page so that it costs no request.
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const allow = (sources: readonly string[]) => (sources.length > 0 ? sources.join(' ') : "'none'")
const hashesOf = (texts: readonly string[]) =>
  [...new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))].sort()

/**
 * The headers of every answer, errors and files included. A page's own policy replaces the one given here.
 *
 * @param publicUrl turns on HSTS when it is https
 */
export function securityHeaders(publicUrl: URL | undefined): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'x-content-type-options': 'nosniff',
    // Not no-referrer: browsers would then send `Origin: null` on our own forms, and the Origin check refuse them.
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(publicUrl?.protocol === 'https:' && { 'strict-transport-security': 'max-age=31536000' }),
  }
}
