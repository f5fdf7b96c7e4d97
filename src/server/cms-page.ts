/** What the page of the CMS needs of the server: where its script lies, and what it may do there. */
import cms from 'decap-cms/package.json' with { type: 'json' }

/** A published version never changes, so neither does a file below this address. */
export const cmsFolder = `/admin/cms/${cms.version}/`

/**
 * The Content-Security-Policy of this page alone, looser than any other's: the CMS makes functions and styles as it
 * goes, and shows pictures before they are saved. It talks to nobody but us.
 */
export const cmsPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' blob:",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
