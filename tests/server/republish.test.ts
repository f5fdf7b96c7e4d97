import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Agent, get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeEditions, type Server } from './edition.ts'

// Every test waits for builds, which yield to whatever else the machine does: on a busy one they hardly run.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })
const patiently = { timeout: 600_000, interval: 50 }

const municipality = 'republish-test'
let editions: Awaited<ReturnType<typeof makeEditions>>
let server: Server
beforeAll(async () => {
  editions = await makeEditions(municipality)
  await editions.publish('A')
  expect(await editions.command('build')).toBe(0)
})
afterEach(() => server?.end())
afterAll(() => editions?.remove())

const editionOf = (html: string) => [...new Set(html.match(/utgave [A-Z]/g))].join()
const shown = async (path = '/') => editionOf(await (await fetch(server.origin + path)).text())
const until = (edition: string) => expect.poll(() => shown(), patiently).toBe(edition)

/** Reads on and on over a few connections that stay open, and keeps everything that was not as it should be. */
function readOn(origin: string, paths: readonly string[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const bodies = new Map<string, string>()
  const seen = { answers: 0, editions: new Set<string>(), wrong: [] as string[], sockets: new Set<unknown>() }
  let ended = false
  const read = async (path: string) => {
    const [response, body] = await new Promise<[IncomingMessage, Buffer]>((resolve, reject) => {
      const request = get(origin + path, { agent }, (response) => {
        seen.sockets.add(request.socket)
        buffer(response).then((body) => resolve([response, body]), reject)
      }).on('error', reject)
    })
    const html = body.toString()
    const edition = editionOf(html)
    const hash = createHash('sha256').update(body).digest('base64')
    const tag = response.headers.etag
    if (response.statusCode !== 200) seen.wrong.push(`${path}: ${response.statusCode}`)
    if (!/^utgave [AB]$/.test(edition) || !html.trimEnd().endsWith('</html>'))
      seen.wrong.push(`${path}: expected one whole edition, got «${edition}» in ${body.length} bytes`)
    if (tag && (bodies.get(tag) ?? hash) !== hash) seen.wrong.push(`${path}: two bodies for ${tag}`)
    if (tag) bodies.set(tag, hash)
    seen.answers += 1
    seen.editions.add(edition)
  }
  const readers = Array.from({ length: 8 }, async (_, index) => {
    for (let turn = index; !ended; turn++, await wait(20))
      await read(paths[turn % paths.length] as string).catch((error) => seen.wrong.push(String(error)))
  })
  return {
    seen,
    end: async () => {
      ended = true
      await Promise.all(readers)
      agent.destroy()
    },
  }
}

test('newer content is built behind what is served, and reading goes on through the switch', async () => {
  await editions.publish('B')
  server = await editions.start()
  expect(await shown()).toBe('utgave A')
  expect(await shown('/bli-frivillig/')).toBe('utgave A')
  const reading = readOn(server.origin, ['/', '/kafe/', '/rettigheter/avlastning/', '/bli-frivillig/'])
  await server.said('switched to another build')
  await expect.poll(() => reading.seen.editions.size, patiently).toBe(2)
  await wait(500)
  await reading.end()

  const { wrong, editions: both, answers, sockets } = reading.seen
  expect(wrong).toEqual([])
  expect([...both].sort()).toEqual(['utgave A', 'utgave B'])
  expect(answers).toBeGreaterThan(100)
  expect(sockets.size).toBeLessThanOrEqual(8)
  for (const path of ['/', '/kafe/', '/bli-frivillig/']) expect(await shown(path)).toBe('utgave B')
  expect(await server.readiness()).toMatchObject({ status: 'ready', checks: { site: 'ok' } })
})

test('a build runs at low priority, and killing the server ends it and leaves the site whole', async () => {
  await editions.publish('C')
  server = await editions.start()
  await server.said('"msg":"building"')
  const builds = await editions.builds()
  const children = () => processes(`dist/${municipality}/build-${server.child.pid}-`)
  await expect.poll(() => children().map(({ nice }) => nice), patiently).toEqual([10])
  await wait(300)
  expect((await editions.builds()).length).toBe(builds.length + (builds.some(ofServer) ? 0 : 1))
  await server.end('SIGKILL')
  await expect.poll(children, patiently).toEqual([])
  const left = (await editions.builds()).filter(ofServer)
  expect(left.length).toBeGreaterThan(0)

  await editions.publish('B')
  server = await editions.start()
  expect(await shown()).toBe('utgave B')
  expect(await server.readiness()).toMatchObject({ status: 'ready' })
  await server.said('"msg":"serving"')
  const stillThere = async () => (await editions.builds()).filter((name) => left.includes(name))
  await expect.poll(stillThere, patiently).toEqual([])

  function ofServer(name: string) {
    return name.startsWith(`build-${server.child.pid}-`)
  }
})

test('a build that fails leaves the site, and degrades it until a later one succeeds', async () => {
  await editions.publish('D')
  await editions.publish('{ noe: galt')
  server = await editions.start()
  await server.said('the build failed; the site stays as it was')
  expect(await shown()).toBe('utgave B')
  const { status, checks } = await server.readiness()
  expect(status).toBe('degraded')
  expect(checks.site).toBe(
    'the last build failed, and the site is that of 2026-11-21; look in the log for the reason',
  )
  expect(server.lines()).toMatch(/"reason":".*interface.*the build failed/)
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)

  await editions.publish('D')
  expect(await editions.command('build')).toBe(0)
  await until('utgave D')
  await expect
    .poll(() => server.readiness(), patiently)
    .toMatchObject({ status: 'ready', checks: { site: 'ok' } })
})

test('going back takes one command, and the same content is not built again by itself', async () => {
  server = await editions.start()
  expect(await shown()).toBe('utgave D')
  expect(await editions.command('rollback')).toBe(0)
  await until('utgave B')
  await expect
    .poll(() => server.readiness(), patiently)
    .toMatchObject({ status: 'degraded', checks: { site: expect.stringContaining('rolled back') } })
  expect(server.lines()).not.toContain('"msg":"building"')

  await editions.publish('E')
  await server.end()
  server = await editions.start()
  expect(await shown()).toBe('utgave B')
  await until('utgave E')
  expect((await editions.builds()).length).toBeLessThanOrEqual(3)
})

/** Processes whose command line holds these words. */
function processes(words: string): { pid: number; nice: number }[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ni=,args='], { encoding: 'utf8' })
  return table
    .split('\n')
    .filter((line) => line.includes(words) && line.includes('astro-build'))
    .map((line) => {
      const [pid = 0, nice = 0] = line.trim().split(/\s+/).map(Number)
      return { pid, nice }
    })
}
