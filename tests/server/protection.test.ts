import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSmallSite, type SmallSite } from './small-site.ts'

let site: SmallSite
beforeAll(async () => {
  site = await openSmallSite({
    publicUrl: 'https://parorende.fjordvik.example',
    trustedProxy: ['127.0.0.1'],
    limits: { headers: 500, request: 1000, stop: 2000 },
    checks: [{ name: 'database', weight: 'down', look: async () => 'does not answer' }],
  })
})
afterAll(() => site.remove())

const everyAnswer = {
  'a page': 'GET / HTTP/1.1\r\nHost: a',
  'a page that the browser has': 'GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: *',
  'a feed': 'GET /kafe/etter-pa.ics HTTP/1.1\r\nHost: a',
  'a redirect': 'GET /rettigheter/avlastning HTTP/1.1\r\nHost: a',
  'a drawn page': 'GET /skjema/ HTTP/1.1\r\nHost: a',
  'a page that fails': 'GET /feiler/ HTTP/1.1\r\nHost: a',
  'a refused page': 'GET /nektet/ HTTP/1.1\r\nHost: a',
  'a missing page': 'GET /finnes-ikke/ HTTP/1.1\r\nHost: a',
  'a wrong method': 'DELETE / HTTP/1.1\r\nHost: a',
  'a form without length': 'POST /skjema/ HTTP/1.1\r\nHost: a',
  'a form that is too long': 'POST /skjema/ HTTP/1.1\r\nHost: a\r\nContent-Length: 65537',
  'no host': 'GET / HTTP/1.1',
  'two hosts': 'GET / HTTP/1.1\r\nHost: a\r\nHost: b',
  'a host that is none': 'GET / HTTP/1.1\r\nHost: a/b@c',
  health: 'GET /healthz HTTP/1.1\r\nHost: a',
  readiness: 'GET /readyz HTTP/1.1\r\nHost: a',
  'no HTTP at all': 'GET\r\nHost: a',
  'headers without end': `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}`,
}

describe('every answer is protected', () => {
  test.each(Object.entries(everyAnswer))('%s', async (_, request) => {
    const answer = await site.raw(`${request}\r\nConnection: close\r\n\r\n`)
    const head = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase()
    expect(head).toMatch(/^http\/1\.1 \d{3}/)
    for (const header of [
      "content-security-policy: default-src 'none'",
      "frame-ancestors 'none'",
      'strict-transport-security: max-age=31536000',
      'x-content-type-options: nosniff',
      'referrer-policy: same-origin',
      'permissions-policy: camera=()',
      'cross-origin-opener-policy: same-origin',
      'cross-origin-resource-policy: same-origin',
      'cache-control: ',
    ])
      expect(head).toContain(header)
    expect(head).not.toContain('unsafe-inline')
    expect(head).not.toContain('unsafe-eval')
    expect(head).not.toContain('x-powered-by')
  })

  test('without HSTS where the public address is not https', async () => {
    const local = await openSmallSite()
    expect((await local.get('/')).headers.has('strict-transport-security')).toBe(false)
    await local.remove()
  })
})

describe('a drawn page', () => {
  test('is stored by nobody and keeps its cookie', async () => {
    const answer = await site.get('/skjema/', { method: 'POST', body: 'navn=Åse' })
    expect(await answer.text()).toBe('Takk for navn=Åse')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly'])
  })

  test('is compressed for those without a session only', async () => {
    const encoding = async (headers: Record<string, string>) =>
      (await site.get('/lang/', { headers: { 'accept-encoding': 'br', ...headers } })).headers.get(
        'content-encoding',
      )
    expect(await encoding({})).toBe('br')
    expect(await encoding({ cookie: 'pusterom=x' })).toBeNull()
  })

  test('gives the page of its status when it draws nothing', async () => {
    const refused = await site.get('/nektet/')
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('Vi tok ikke imot skjemaet')
    const gone = await site.get('/borte/')
    expect(gone.status).toBe(404)
    expect(await gone.text()).toContain('Finner ikke siden')
  })

  test('that fails gives the page of 500, and the log says where but not what', async () => {
    const answer = await site.get('/feiler/')
    expect(answer.status).toBe(500)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('Noe gikk galt hos oss')
    const line = site.lines.find((each) => each.includes('an answer failed'))
    expect(JSON.parse(line ?? '{}').err).toMatchObject({
      name: 'TypeError',
      at: expect.arrayContaining([expect.stringContaining('entry.mjs')]),
    })
    expect(site.lines.join('')).not.toContain('hemmelig')
  })

  test('knows the client and the public address, and no header of the proxy', async () => {
    const answer = await site.get('/hvem/?a=1', {
      headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example', forwarded: 'for=1' },
    })
    const seen = (await answer.json()) as { client: string; url: string; headers: Record<string, string> }
    expect(seen.client).toBe('203.0.113.9')
    expect(seen.url).toBe('https://parorende.fjordvik.example/hvem/?a=1')
    expect(Object.keys(seen.headers).filter((name) => name.includes('forwarded'))).toEqual([])
  })

  test.each(['PUT', 'DELETE', 'PATCH'])('refuses %s', async (method) => {
    const answer = await site.get('/skjema/', { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST')
  })
})

describe('a host', () => {
  test.each(['a', '[::1]:80'])('%s is one', async (host) => {
    const answer = await site.raw(`GET /hvem/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  })

  test.each(['a\r\nHost: b', 'a:99999', '1.2.3.4.5', '[::::]', 'a/b', 'a@b', ''])(
    '%j is none, and that is no error of ours',
    async (host) => {
      const before = site.lines.length
      const answer = await site.raw(`GET /hvem/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(site.lines.slice(before).join('')).not.toContain('an answer failed')
    },
  )
})

describe('a body', () => {
  test('of 64 kB is taken, one byte more is not', async () => {
    expect((await site.get('/skjema/', { method: 'POST', body: 'x'.repeat(65_536) })).status).toBe(200)
    const refused = await site.get('/skjema/', { method: 'POST', body: 'x'.repeat(65_537) })
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('Ring 90 90 48 48')
  })

  test('that is far too long gets its answer while it is still being sent', async () => {
    const socket = connect(site.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('POST /skjema/ HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n')
    const sending = setInterval(() => socket.write('x'.repeat(10_000)), 10)
    const answer = await text(socket).catch((error) => String(error))
    clearInterval(sending)
    expect(answer).toContain(' 413 ')
    expect(answer).toContain('Ring 90 90 48 48')
  })

  test('in chunks, as some proxies send it, is taken within the same limit', async () => {
    const post = (...chunks: string[]) =>
      site.raw(
        `POST /skjema/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${[
          ...chunks,
          '',
        ]
          .map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`)
          .join('')}`,
      )
    expect(await post('navn=', 'Kari')).toContain('Takk for navn=Kari')
    const whole = 'x'.repeat(65_536)
    expect(await post(whole)).toContain(' 200 ')
    expect(await post(whole, 'x')).toMatch(/ 413 [\s\S]*Ring 90 90 48 48/)
  })

  test('that nobody can tell the end of is not taken', async () => {
    const answer = await site.raw('POST /skjema/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    expect(answer).toContain(' 411 ')
  })
})

describe('a slow client', () => {
  test.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['a body', 'POST /skjema/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx'],
  ])('with %s is cut off', async (_, bytes) => {
    const started = performance.now()
    await site.raw(bytes)
    // Without limits of its own a server waits for a minute.
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

describe('the log', () => {
  const idOf = (answer: Response) => answer.headers.get('x-request-id') ?? 'no id'
  /** The line of an answer, which is written a moment after it. */
  async function lineOf(answer: Response): Promise<object> {
    const find = () => site.lines.find((line) => line.includes(idOf(answer)))
    await expect.poll(find).toBeDefined()
    return JSON.parse(find() ?? '')
  }

  test('tells the route and never a query, a token, a body or an address', async () => {
    const form = await site.get('/skjema/?navn=Kari', {
      method: 'POST',
      body: 'sykdom=hemmelig',
      headers: { 'x-forwarded-for': '203.0.113.9' },
    })
    expect(await lineOf(form)).toMatchObject({ route: '/skjema/' })
    expect(await lineOf(await site.get('/bekreft/T0K3N'))).toMatchObject({ route: '/bekreft/[token]' })
    expect(await lineOf(await site.get('/kari.nordmann@example.no'))).toMatchObject({ route: '(unknown)' })
    const all = site.lines.join('')
    for (const secret of ['Kari', 'hemmelig', 'T0K3N', '203.0.113', '127.0.0.1', 'nordmann'])
      expect(all).not.toContain(secret)
  })

  test('is JSON, and every line of a request has its id', async () => {
    const answer = await site.get('/')
    expect(await lineOf(answer)).toMatchObject({
      request: idOf(answer),
      method: 'GET',
      route: '/',
      status: 200,
    })
  })

  test('is quiet about health', async () => {
    const health = await site.get('/healthz')
    await lineOf(await site.get('/'))
    expect(site.lines.join('')).not.toContain(idOf(health))
  })
})

describe('health', () => {
  test('is alive while the process is, and says why it is not ready', async () => {
    expect((await site.get('/healthz')).status).toBe(200)
    const answer = await site.get('/readyz')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ status: 'down', checks: { database: 'does not answer' } })
  })
})
