/** The built function of one host, asked what the suites ask our own server. Told in order, as one story. */
import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyOf } from '#server/static-file.ts'
import { emptyPostgres } from '../db/databases.ts'
import { openSmtp } from '../intake/smtp.ts'
import { ringClock } from './clock.ts'
import { type Hosted, startHosted } from './start.ts'

const { HOSTED: host = '', HOSTED_FOLDER: folder = '' } = process.env
const secret = 'a-secret-that-only-the-schedule-knows'
const kari = { name: 'Kari Koordinator', email: 'kari@fjordvik.example' }
const aase = { name: "Åse-Marié Ø'Næss", email: 'ase@fjordvik.example', phone: '', area: 'Strandsida' }

const stops: (() => Promise<void>)[] = []
const whenOver = (stop: () => Promise<void>) => void stops.push(stop)
let smtp: Awaited<ReturnType<typeof openSmtp>>
let hosted: Hosted
let variables: Record<string, string>
beforeAll(async () => {
  smtp = await openSmtp({}, whenOver)
  variables = {
    MUNICIPALITY: 'fjordvik',
    DATABASE_URL: await emptyPostgres(whenOver),
    PUSTEROM_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMTP_URL: smtp.url,
    MAIL_FROM: 'ikke-svar@fjordvik.example',
    SCHEDULE_SECRET: secret,
  }
  hosted = await startHosted(host, folder, variables)
  whenOver(hosted.stop)
})
afterAll(async () => {
  for (const stop of stops.reverse()) await stop()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(hosted.origin + path, { redirect: 'manual', headers })
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(hosted.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: hosted.origin, ...headers },
    body: new URLSearchParams(fields),
  })
const callSchedule = () => get('/api/runde', { authorization: `Bearer ${secret}` })
const keyIn = (html: string) => /name="_key" value="([^"]+)"/.exec(html)?.[1] ?? ''
const titleOf = async (response: Response) => /<title>([^<]*)/.exec(await response.text())?.[1]

/** Set for files and for drawn pages alike. */
function expectProtection(response: Response) {
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('referrer-policy')).toBe('same-origin')
  expect(response.headers.get('permissions-policy')).toContain('camera=()')
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
}

test('a built page is sent by the host, with the policy that our own server would send', async () => {
  for (const path of ['/', '/sok/', '/barn-og-unge/', '/infoskjerm/']) {
    const response = await get(path)
    if (path === '/sok/') continue
    const html = await response.text()
    const [meta = '', policy] =
      /<meta http-equiv="content-security-policy" content="([^"]+)">/.exec(html) ?? []
    expect(html.indexOf(meta)).toBeLessThan(100)
    expect(`${policy}; frame-ancestors 'none'`).toBe(policyOf(html.replace(meta, '')))
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    expectProtection(response)
  }
})

test('what is not there gets the page that says so', async () => {
  for (const path of ['/finnes-ikke/', '/_image?href=http://127.0.0.1/']) {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expectProtection(response)
    expect(await titleOf(response)).toContain('Vi finner ikke siden')
  }
})

test('a form is closed until somebody is there to read it', async () => {
  expect(keyIn(await (await get('/bli-frivillig/')).text())).toBe('')
  const { name, email } = kari
  const command = ['src/commands/staff.ts', 'add', name, email, '--role', 'coordinator']
  // Without PUBLIC_URL, for an invented municipality is refused with it.
  const env = { PATH: process.env.PATH, ...variables }
  execFileSync(process.execPath, command, { env, stdio: 'pipe' })
  expect(keyIn(await (await get('/bli-frivillig/')).text())).not.toBe('')
})

test('a drawn page is protected, in UTF-8, and kept by nobody', async () => {
  const response = await get('/bli-frivillig/')
  expectProtection(response)
  expect(response.headers.get('content-security-policy')).toMatch(/style-src 'sha256-.+script-src/)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a form with something missing comes back with what was typed', async () => {
  const response = await post('/bli-frivillig/', { name: aase.name })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html.includes('Åse-Marié')).toBe(true)
})

test('a whole form gets its receipt, and the same one when it is sent twice', async () => {
  const key = keyIn(await (await get('/bli-frivillig/')).text())
  // A person needs longer than this; whoever is faster is looked at first.
  await wait(2_100)
  const answers = { ...aase, _key: key }
  const [first, second] = [await post('/bli-frivillig/', answers), await post('/bli-frivillig/', answers)]
  expect(first.status).toBe(303)
  const receipt = first.headers.get('location') ?? ''
  expect(receipt).toMatch(/^\/bli-frivillig\/kvittering\/[3-9A-Z]{4}-[3-9A-Z]{4}\//)
  expect(second.headers.get('location')).toBe(receipt)
  const page = await get(receipt)
  expect(page.status).toBe(200)
  expectProtection(page)
})

test('mail goes out with the scheduled call, which only the schedule can make', async () => {
  expect((await get('/api/runde')).status).toBe(404)
  expect((await get('/api/runde', { authorization: 'Bearer wrong' })).status).toBe(404)
  // The stand-in for Vercel gives no time after an answer, so that nothing can have gone out.
  if (host === 'vercel') expect(smtp.received).toEqual([])
  const response = await callSchedule()
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    status: 'ready',
    checks: { coordinator: 'ok', key: 'ok', rounds: 'ok', mail: 'ok' },
  })
  const to = () => smtp.received.map((mail) => mail.to?.[0]?.address)
  await expect.poll(to).toEqual(expect.arrayContaining([aase.email, kari.email]))
})

test('the clock of the host makes this call as the build has told it to', async () => {
  const calls = () => hosted.output().match(/"route":"\/api\/runde","status":200/g)?.length ?? 0
  const before = calls()
  await ringClock(host, folder, { ...variables, PUBLIC_URL: hosted.origin })
  await expect.poll(calls).toBe(before + 1)
})

test('the coordinator signs in with a link, and reads what came', async () => {
  const closed = await get('/koordinator/')
  expect(closed.headers.get('location')).toBe('/logg-inn/')
  expect((await post('/logg-inn/', { email: kari.email })).headers.get('location')).toBe('/logg-inn/sendt/')
  await callSchedule()
  const link = () =>
    smtp.received.map((mail) => /\/logg-inn\/bekreft\/\?lenke=(\S+)/.exec(mail.text ?? '')?.[1]).find(Boolean)
  await expect.poll(link).toBeTruthy()
  expect((await get(`/logg-inn/bekreft/?lenke=${link()}`)).status).toBe(200)
  const inside = await post('/logg-inn/bekreft/', { lenke: link() ?? '' })
  expect(inside.status).toBe(303)
  const [cookie = ''] = inside.headers.getSetCookie().map((each) => each.split(';')[0])
  const list = await get('/koordinator/innsendinger/', { cookie })
  expect(list.status).toBe(200)
  expect((await list.text()).includes('Åse-Marié')).toBe(true)
})

test('what is too long, forged or of another method is refused in words', async () => {
  const long = await post('/bli-frivillig/', { name: 'a'.repeat(70_000) })
  expect([long.status, await titleOf(long)]).toEqual([413, expect.stringContaining('ble for langt')])
  const forged = await post('/bli-frivillig/', aase, { origin: 'https://evil.example' })
  expect([forged.status, await titleOf(forged)]).toEqual([403, expect.stringContaining('tok ikke imot')])
  expectProtection(forged)
  const other = await fetch(`${hosted.origin}/bli-frivillig/`, { method: 'DELETE' })
  expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
})

test('the log tells of routes, and of nobody', async () => {
  const log = hosted.output()
  expect(log).toContain('"route":"/bli-frivillig"')
  for (const words of ['Åse', 'ase@', 'Kari', 'kari@', 'lenke=', 'Strandsida', '203.0.113.9', secret])
    expect(log).not.toContain(words)
})
