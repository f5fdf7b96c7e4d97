import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnvironment } from '#env.ts'
import { listen, type SiteServer } from '#server/listen.ts'
import { createLog } from '#server/log.ts'
import { openRuntime } from '#server/runtime.ts'
import { loadSite } from '#server/site.ts'
import { buildFolder, fixedNow } from '../sites.ts'

// The built site behind the server in this process, so that the database can be made to fail.
let server: SiteServer
let close: () => Promise<void>
let broken = false
const lines: string[] = []
const publicOrigin = 'https://parorende.fjordvik.example'

beforeAll(async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'middleware-'))
  const environment = readEnvironment({
    MUNICIPALITY: 'fjordvik',
    PORT: '0',
    PUSTEROM_DATA: dataFolder,
    PUSTEROM_NOW: fixedNow,
  })
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const log = createLog({ to, messages: false })
  const opened = await openRuntime(environment, log)
  const publicUrl = new URL(publicOrigin)
  const runtime = { ...opened, environment: { ...environment, publicUrl } }
  const db = new Proxy(opened.db, {
    get(target, name) {
      if (broken) throw new RangeError('Kari Hemmelig')
      return Reflect.get(target, name).bind(target)
    },
  })
  server = await listen({
    site: await loadSite(buildFolder('fjordvik')),
    environment: { ...environment, publicUrl },
    log,
    locals: (log) => ({ runtime: { ...runtime, db, log } }),
  })
  close = async () => {
    await server.stop()
    await opened.close()
    await rm(dataFolder, { recursive: true })
  }
})
afterAll(() => close())

const ask = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual', ...init })
const post = (headers: Record<string, string>) =>
  ask('/logg-inn/', { method: 'POST', body: new URLSearchParams({ email: 'a@b.no' }), headers })

describe('behind a proxy that ends TLS', () => {
  test.each([{ origin: publicOrigin }, { 'sec-fetch-site': 'same-origin' }])(
    'a form with %o is taken',
    async (headers) => {
      expect((await post(headers as unknown as Record<string, string>)).status).toBeLessThan(400)
    },
  )

  test.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'a form with %o is refused, in words and with a phone number',
    async (headers) => {
      const answer = await post(headers as unknown as Record<string, string>)
      expect(answer.status).toBe(403)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const page = await answer.text()
      expect(page).toContain('Vi tok ikke imot skjemaet')
      expect(page).toContain('55 50 01 10')
    },
  )
})

test.each(['/_image', '/_image?href=/mark.svg&f=svg', '/_server-islands/x', '/_actions/x'])(
  'what Astro would answer by itself, %s, is no page of ours',
  async (path) => {
    expect((await ask(path)).status).toBe(404)
  },
)

describe('a drawn page', () => {
  test('may use the style sheets of the source, all of those it carries, and no script', async () => {
    const answer = await ask('/logg-inn/')
    const policy = answer.headers.get('content-security-policy') ?? ''
    const styles = [...(await answer.text()).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)]
    expect(styles.length).toBeGreaterThan(1)
    for (const [, text = ''] of styles) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
      expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`)
    }
    expect(policy).toContain("script-src 'none'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('of the coordinator leads to sign-in', async () => {
    const answer = await ask('/koordinator/')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/logg-inn/')
    expect(answer.headers.get('strict-transport-security')).toBeTruthy()
  })

  test.each([
    ['in the page', '/bli-frivillig/', {}],
    ['in the session', '/logg-inn/', { cookie: `__Host-pusterom=${'x'.repeat(43)}` }],
  ])(
    'that fails %s gives the page of 500, and nothing of it is logged but where',
    async (_, path, headers) => {
      broken = true
      const answer = await ask(path, { headers })
      broken = false
      expect(answer.status).toBe(500)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.text()).toContain('Noe gikk galt hos oss')
      expect(lines.some((line) => line.includes('RangeError'))).toBe(true)
      expect(lines.join('')).not.toContain('Hemmelig')
    },
  )
})
