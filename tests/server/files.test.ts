import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSmallSite, type SmallSite } from './small-site.ts'

let site: SmallSite
beforeAll(async () => {
  site = await openSmallSite()
})
afterAll(() => site.remove())

/** Bytes as they are on the wire; fetch would unpack them. */
function wire(path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>(
    (resolve, reject) => {
      httpRequest({ port: site.port, host: '127.0.0.1', path, headers, method }, async (answer) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: await buffer(answer) }),
      )
        .on('error', reject)
        .end()
    },
  )
}

describe('a file', () => {
  test('comes as brotli, gzip or as it is, with a tag of its own for each', async () => {
    const plain = await wire('/', {})
    const br = await wire('/', { 'accept-encoding': 'gzip, br' })
    const gzip = await wire('/', { 'accept-encoding': 'gzip' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(br.headers['content-encoding']).toBe('br')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes)
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes)
    expect(br.bytes.length).toBeLessThan(plain.bytes.length)
    for (const each of [plain, br, gzip]) {
      expect(each.headers.vary).toBe('Accept-Encoding')
      expect(each.headers['content-length']).toBe(String(each.bytes.length))
    }
    expect(new Set([plain, br, gzip].map((each) => each.headers.etag)).size).toBe(3)
  })

  test('is not sent again to a browser that has it', async () => {
    const first = await wire('/', { 'accept-encoding': 'br' })
    const tag = String(first.headers.etag)
    expect(tag).toMatch(/^"[^"]+"$/)
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await wire('/', { 'accept-encoding': 'br', 'if-none-match': known })
      expect(again.status).toBe(304)
      expect(again.bytes.length).toBe(0)
      expect(again.headers.etag).toBe(tag)
      expect(again.headers.vary).toBe('Accept-Encoding')
      expect(again.headers['cache-control']).toBe('no-cache')
    }
    expect((await wire('/', { 'if-none-match': tag })).status).toBe(200)
  })

  test('answers HEAD with the headers of GET and no body', async () => {
    const get = await wire('/kafe/etter-pa.ics', {})
    const head = await wire('/kafe/etter-pa.ics', {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.bytes.length).toBe(0)
    for (const name of ['content-length', 'content-type', 'etag', 'cache-control'])
      expect(head.headers[name]).toBe(get.headers[name])
  })

  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/kafe/etter-pa.ics', 'text/calendar; charset=utf-8', 'no-cache'],
    ['/kalender.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/bilde.png', 'image/png', 'no-cache'],
    ['/_assets/skjerm.a1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('at %s is %s, cached as %s', async (path, type, cache) => {
    const answer = await site.get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('cache-control')).toBe(cache)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'refuses %s and says what it takes',
    async (method) => {
      const answer = await site.get('/rettigheter/avlastning/', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD')
    },
  )

  test('lists the hash of its own style, and scripts of ours only where it has one', async () => {
    const hash = `'sha256-${createHash('sha256').update('p{color:red}').digest('base64')}'`
    const plain = (await site.get('/')).headers.get('content-security-policy')
    expect(plain).toContain(`style-src ${hash}`)
    expect(plain).toContain("script-src 'none'")
    const screen = (await site.get('/infoskjerm/')).headers.get('content-security-policy')
    expect(screen).toContain("script-src 'self'")
    expect(screen).toContain("connect-src 'self'")
  })

  test('lists the hash of the script that the build put into it, which may then connect to nobody', async () => {
    const policy = (await site.get('/barn/')).headers.get('content-security-policy')
    const hash = createHash('sha256').update('leave()').digest('base64')
    expect(policy).toContain(`script-src 'sha256-${hash}';`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('connect-src')
  })
})

describe('an address typed from a poster', () => {
  test.each([
    ['/rettigheter/avlastning', '/rettigheter/avlastning/'],
    ['/rettigheter/avlastning?side=2', '/rettigheter/avlastning/?side=2'],
    ['/rettigheter/avlastning/index.html', '/rettigheter/avlastning/'],
    ['/index.html', '/'],
    ['/Rettigheter/Avlastning', '/rettigheter/avlastning/'],
    ['/KAFE/Etter-Pa.ics', '/kafe/etter-pa.ics'],
    ['/Bli-Frivillig?kanal=tannlege', '/bli-frivillig?kanal=tannlege'],
  ])('%s leads to %s', async (path, location) => {
    const answer = await site.get(path)
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe(location)
  })
})

describe('a path that tries something', () => {
  test.each([
    ['/../package.json', 400],
    ['/rettigheter/%2e%2e/%2e%2e/package.json', 400],
    ['/..%2fpackage.json', 400],
    ['/%00', 400],
    ['/a%0d%0aset-cookie:x', 400],
    ['/%', 400],
    ['/%ff', 400],
    ['/a\\b', 400],
    ['//Evil.example/', 404],
    ['/%252e%252e/', 400],
    ['//evil.example/', 404],
    ['//evil.example/rettigheter/avlastning', 404],
    ['/404.html', 404],
    ['/feil/413/', 404],
    ['/server/entry.mjs', 404],
    ['/index.html.br', 404],
    ['/constructor', 404],
  ])('%s gets %i, with a page', async (path, status) => {
    const answer = await site.raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(answer.split('\r\n')[0]).toContain(` ${status} `)
    expect(answer).toContain('Finner ikke siden')
    expect(answer).toMatch(/cache-control: no-store/i)
  })

  test('is a file all the same when it is only written oddly', async () => {
    expect(
      (await site.raw('GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).split('\r\n')[0],
    ).toContain(' 200 ')
    expect((await site.get('/%72ettigheter/avlastning/')).status).toBe(200)
  })
})

test('a new site takes over between two requests', async () => {
  const other = await openSmallSite()
  const { loadSite } = await import('#server/site.ts')
  const before = await site.get('/')
  expect(await before.text()).toContain('Forside')
  site.switchTo({ ...(await loadSite(other.folder)), find: () => undefined })
  expect((await site.get('/')).status).toBe(404)
  site.switchTo(await loadSite(site.folder))
  expect((await site.get('/')).status).toBe(200)
  await other.remove()
})
