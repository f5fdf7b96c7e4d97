import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { kari, page, pushByHand } from '../editing/desk.ts'
import { makeEditions, type Server } from './edition.ts'
import { signInEditor } from './editor.ts'

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 })

const municipality = 'publish-test'
let editions: Awaited<ReturnType<typeof makeEditions>>
let server: Server
let editor: Awaited<ReturnType<typeof signInEditor>>
beforeAll(async () => {
  editions = await makeEditions(municipality)
  expect(await editions.command('build')).toBe(0)
  // A copy that cannot be made, and asks for nobody's attention but in its own place.
  Object.assign(editions.env, { CONTENT_REMOTE: join(editions.folder, 'nowhere.git') })
  server = await editions.start()
  editor = await signInEditor(editions.env, () => server.origin)
})
afterEach(async () => {
  if (server.child.exitCode !== null || server.child.signalCode !== null) server = await editions.start()
})
afterAll(async () => {
  await server?.end()
  await editions?.remove()
})

/** Milliseconds after a save was answered. */
const moments = process.env.PUSTEROM_TEST_LONG
  ? [0, 5, 20, 50, 100, 200, 400, 800, 1200, 1600, 2000, 2500, 3000, 4000, 5000]
  : [0, 1000]

const address = '/rettigheter/avlastning/'
const leadOf = (html: string) => /<p class="lead">(.*?)<\/p>/.exec(html)?.[1]
/** The promise of the page, which every test changes. */
const shown = async (origin = server.origin) => leadOf(await (await fetch(origin + address)).text())
const withWords = (text: string, words: string) => text.replace(/^(promise: ).*$/m, `$1${words}`)
async function save(words: string, more: { assets?: object[] } = {}): Promise<void> {
  const text = withWords(await editor.read(kari, page), words)
  expect((await editor.save(kari, page, text, more)).status).toBe(200)
}

/** The page that says how far texts have come. */
const look = async () => (await editor.call('/koordinator/publisering/')).text()

/** As the CMS sends it. */
async function drawPicture() {
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: '#285a64' } })
  const content = (await drawn.jpeg().toBuffer()).toString('base64')
  return { path: 'content/media/benk.jpeg', content, encoding: 'base64' }
}

describe('a saved text', () => {
  test('is live within seconds, and its editor is told so, with a link', async () => {
    expect(await shown()).not.toBe('Ny lovnad én.')
    await save('Ny lovnad én.', { assets: [await drawPicture()] })
    const newest = await editor.until('live')
    expect(newest.says).toMatch(/^Lagret \d\d\.\d\d · På nett \d\d\.\d\d$/)
    const texts = [{ title: 'Avlastning', href: address }, { title: 'benk.jpeg' }]
    expect(newest).toMatchObject({ author: kari.name, texts })
    expect(await shown()).toBe('Ny lovnad én.')
    for (const words of [newest.says, 'Tekster fra Pusterom']) expect(await look()).toContain(words)
  })

  test('is live although its copy elsewhere cannot be made, which editor and monitor are told', async () => {
    await expect.poll(look).toContain('Kopien et annet sted mangler det siste')
    const says = expect.stringContaining('CONTENT_REMOTE does not have the newest texts')
    expect(await server.readiness()).toMatchObject({
      status: 'degraded',
      checks: { 'copy of the texts': says },
    })
  })

  test('brings its picture to the address that pages name', async () => {
    const answer = await fetch(`${server.origin}/media/benk.jpeg`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ width: 40, height: 30 })
  })

  test('waits its turn in a queue of one, and the newest of many wins', async () => {
    const before = server.lines().split('"msg":"building"').length
    for (let number = 1; number <= 6; number++) await save(`Lovnad nummer ${number}.`)
    await editor.until('live')
    expect(await shown()).toBe('Lovnad nummer 6.')
    expect(server.lines().split('"msg":"building"').length - before).toBeLessThanOrEqual(3)
    expect((await editor.changes()).every(({ state }) => state === 'live')).toBe(true)
  })

  test('that somebody goes back from stays saved, and comes back when asked for, or with the next save', async () => {
    const before = await shown()
    await save('Lovnad som var feil.')
    await editor.until('live')
    const act = (name: string) =>
      editor.call(`/koordinator/publisering/${name}/`, { method: 'POST', body: new URLSearchParams() })
    expect((await act('tilbake')).status, server.lines()).toBe(303)
    await editor.until('taken-back')
    await expect.poll(() => shown()).toBe(before)
    const says = expect.stringContaining('rolled back to the build of')
    expect(await server.readiness()).toMatchObject({ status: 'degraded', checks: { site: says } })
    expect((await act('igjen')).status).toBe(303)
    await editor.until('live')
    expect(await server.readiness()).toMatchObject({ checks: { site: 'ok' } })
    expect(await shown()).toBe('Lovnad som var feil.')

    await act('tilbake')
    await editor.until('taken-back')
    await save('Lovnad etterpå.')
    await editor.until('live')
    expect(await shown()).toBe('Lovnad etterpå.')
    expect((await editor.changes()).slice(0, 3).map(({ state }) => state)).toEqual(['live', 'live', 'live'])
  })

  test('is saved, and live in the end, when the server is killed at any moment', async () => {
    for (const moment of moments) {
      await save(`Lovnad ved ${moment}.`)
      await wait(moment)
      await server.end('SIGKILL')
      server = await editions.start()
      expect(await shown()).toMatch(/^Lovnad .*\.$/)
      await editor.until('live')
      expect(await shown()).toBe(`Lovnad ved ${moment}.`)
    }
  })
})

test('two servers of one site build a save once, and both show it', async () => {
  const other = await editions.start()
  const show = async (words: string) => {
    await save(words)
    await editor.until('live')
    await expect.poll(() => shown(other.origin), { timeout: 60_000 }).toBe(words)
  }
  try {
    // Just started it builds what it finds.
    await show('Lovnad for den ene.')
    const before = other.lines().length
    await show('Lovnad for to.')
    expect(other.lines().slice(before)).not.toContain('"msg":"building"')
  } finally {
    await other.end()
  }
})

test('a text that does not fit the program is held back where there is no site to go on with, until it does', async () => {
  const text = withWords(await editor.read(kari, page), 'Vår egen lovnad.')
  await server.end()
  pushByHand(editions.env.PUSTEROM_DATA, page, text.replace('\n---\n', '\nutgått: ja\n---\n'))
  await appendFile(join(editions.folder, page), '\nNye ord fra programmet.\n')
  await rm(editions.home, { recursive: true })
  expect(await editions.command('build')).toBe(0)
  server = await editions.start()

  expect(await shown()).toBe('Vår egen lovnad.')
  const says = 'Stoppet: Avlastning, Feltet «utgått» finnes ikke her'
  expect(await editor.held()).toMatchObject([
    { says, shows: 'rest', edit: expect.stringContaining('/admin/') },
  ])
  expect(await server.readiness()).toMatchObject({
    status: 'degraded',
    checks: { site: expect.stringContaining('not shown as they are: 1') },
  })
  expect(await look()).toContain('Feltet «utgått» finnes ikke her')

  const newer = async () =>
    [...(await look()).matchAll(/name="?(path|shipped)"? value="?([\w./-]+)/g)].map(
      ([, name = '', value = '']) => [name, value],
    )
  const form = await newer()
  expect(form[0]).toEqual(['path', page])
  const seen = { method: 'POST', body: new URLSearchParams(form) }
  const answer = await editor.call('/koordinator/publisering/sett/', seen)
  expect(answer.headers.get('location')).toContain('gjort=sett')
  expect(await newer()).toEqual([])

  await save('Rettet lovnad.')
  await editor.until('live')
  expect([await shown(), await editor.held()]).toEqual(['Rettet lovnad.', []])
  expect(await server.readiness()).toMatchObject({ checks: { site: 'ok' } })
})
