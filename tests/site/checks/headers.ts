import type { Check } from '../check.ts'

const expected: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none'|default-src 'self'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /./,
  'permissions-policy': /./,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-/,
}

export const headers: Check = {
  name: 'is sent with headers that protect its reader, and keeps to them',
  find: ({ headers, complaints, path }) => {
    // The search of full texts is WebAssembly: its page is the only one that may run any.
    const unsafe = path === '/sok/' ? /'unsafe-/ : /unsafe-/
    const policy = headers['content-security-policy'] ?? ''
    return [
      ...complaints.map((text) => `expected a quiet console, got ${text}`),
      ...Object.entries(expected)
        .filter(([name, value]) => !value.test(headers[name] ?? ''))
        .map(([name, value]) => `${name}: expected ${value}, got ${headers[name]}`),
      ...(unsafe.test(policy) ? [`expected a policy without unsafe-…, got ${policy}`] : []),
      ...(/frame-ancestors/.test(policy) ? [] : ['expected frame-ancestors in the policy']),
    ]
  },
}
