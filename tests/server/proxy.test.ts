import { describe, expect, test } from 'vitest'
import { isOwnOrigin } from '#server/origin.ts'
import { clientOf, watchForProxy } from '#server/proxy.ts'

describe('the client behind a proxy', () => {
  test('is the peer when nobody is trusted, whatever the header claims', () => {
    expect(clientOf([])('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
  })

  test('is the first address from the right that is not trusted', () => {
    const client = clientOf(['10.0.0.0/8', '192.0.2.1'])
    expect(client('10.1.2.3', '203.0.113.9')).toBe('203.0.113.9')
    expect(client('10.1.2.3', 'forged, 203.0.113.9, 192.0.2.1')).toBe('203.0.113.9')
    expect(client('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
  })

  test('is the last trusted hop when the header holds no address, or nothing', () => {
    const client = clientOf(['10.0.0.0/8'])
    expect(client('10.1.2.3', 'unknown')).toBe('10.1.2.3')
    expect(client('10.1.2.3', undefined)).toBe('10.1.2.3')
  })

  test('may have IPv6, brackets, a port, a zone, or IPv4 in IPv6', () => {
    const client = clientOf(['2001:db8::/32', '10.0.0.1'])
    expect(client('2001:db8::1', '[2001:db9::5]:4711')).toBe('2001:db9::5')
    expect(client('::ffff:10.0.0.1', '203.0.113.9:80')).toBe('203.0.113.9')
    expect(client('fe80::1%eth0', undefined)).toBe('fe80::1')
  })
})

describe('a proxy that nobody said to trust', () => {
  const watch = (trusted: string[]) => {
    let warnings = 0
    const find = watchForProxy(clientOf(trusted), () => {
      warnings++
    })
    return { find, warnings: () => warnings }
  }

  test('is warned of once, and its word still counts for nothing', () => {
    const { find, warnings } = watch(['10.0.0.1'])
    expect(find('::ffff:10.0.0.2', '203.0.113.9')).toBe('10.0.0.2')
    expect(find('10.0.0.2', '203.0.113.10')).toBe('10.0.0.2')
    expect(warnings()).toBe(1)
  })

  test('is none where the header is missing or comes from one that is named', () => {
    const { find, warnings } = watch(['10.0.0.1'])
    find('203.0.113.9', undefined)
    find('10.0.0.1', '203.0.113.9')
    expect(warnings()).toBe(0)
  })
})

describe('a form that changes something', () => {
  const post = (headers: Record<string, string>) =>
    new Request('https://parorende.fjordvik.example/bli-frivillig/', { method: 'POST', headers })
  const own = 'https://parorende.fjordvik.example'

  test('is taken from our own pages, told by the browser or by the origin', () => {
    expect(isOwnOrigin(post({ 'sec-fetch-site': 'same-origin' }), own)).toBe(true)
    expect(isOwnOrigin(post({ origin: own }), own)).toBe(true)
    expect(isOwnOrigin(post({}), own)).toBe(true)
  })

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: own }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://parorende.fjordvik.example' }],
    [{ origin: 'null' }],
  ])('is refused with %o', (headers) => {
    expect(isOwnOrigin(post(headers as unknown as Record<string, string>), own)).toBe(false)
  })

  test('is measured by the host when no public address is set', () => {
    expect(isOwnOrigin(post({ origin: own }), undefined)).toBe(true)
    expect(isOwnOrigin(post({ origin: 'https://evil.example' }), undefined)).toBe(false)
    expect(isOwnOrigin(post({ origin: 'null' }), undefined)).toBe(false)
  })

  test('is no matter for pages that are only read', () => {
    expect(isOwnOrigin(new Request(own, { headers: { 'sec-fetch-site': 'cross-site' } }), own)).toBe(true)
  })
})
