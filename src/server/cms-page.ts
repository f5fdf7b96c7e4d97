/** What the page of the CMS needs of the server: where its script lies, and what it may do there. */
import cms from 'decap-cms/package.json' with { type: 'json' }
import { hostsOf } from '#editing/cms/backend.ts'

/** A published version never changes, so neither does a file below this address. */
export const cmsFolder = `/admin/cms/${cms.version}/`

/**
 * The headers of this page alone. Its policy is looser than any other's: the CMS makes functions and styles as it goes,
 * and shows pictures before they are saved. It talks to nobody but us, and to the server that keeps the texts when
 * that is another.
 *
 * @param elsewhere the setting CMS_BACKEND
 */
export function cmsHeaders(elsewhere?: string): Record<string, string> {
  const { connect, images, opensWindow } = elsewhere ? hostsOf(elsewhere) : nobody
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    ["connect-src 'self' blob:", ...connect].join(' '),
    ["img-src 'self' data: blob:", ...images].join(' '),
    "font-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return {
    'content-security-policy': policy,
    ...(opensWindow && { 'cross-origin-opener-policy': 'same-origin-allow-popups' }),
  }
}

const nobody = { connect: [], images: [], opensWindow: false }
