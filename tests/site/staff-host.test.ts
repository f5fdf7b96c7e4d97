import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addStaff } from '#db/staff.ts'
import { loadSite, type Site } from '#server/site.ts'
import { takeMail } from '../access/premises.ts'
import { buildFolder } from '../sites.ts'
import { type AccountSite, openProvider, openSite, ragnhild } from './provider.ts'

// In operation, on two hosts. How the server tells them apart is in tests/server/place.test.ts; here the pages are
// asked as it asks them, on the origin that it found.
const publicUrl = 'https://parorende.fjordvik.example'
const staffUrl = 'https://koordinator.fjordvik.example'

let known: Awaited<ReturnType<typeof openProvider>>
let deployment: AccountSite
let site: Site
beforeAll(async () => {
  known = await openProvider()
  deployment = await openSite(known.issuer, {
    PUBLIC_URL: publicUrl,
    STAFF_URL: staffUrl,
    PUSTEROM_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'ikke-svar@fjordvik.example',
  })
  site = await loadSite(buildFolder('fjordvik'))
  await addStaff(deployment.db, deployment.vault, { ...ragnhild, role: 'coordinator', now: deployment.now() })
})
afterAll(async () => {
  await deployment.close()
  await known.provider.stop()
})

async function ask(url: string, init: RequestInit = {}, locals: Partial<App.Locals> = {}) {
  const { db, vault, now, log, environment } = deployment
  const runtime = { db, vault, now, log, environment }
  const drawn = await site.render(new Request(url, init), { runtime, ...locals }, '192.0.2.1')
  if (!drawn) throw new Error(`expected a page at ${url}, got none`)
  return drawn.response
}
const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  ask(staffUrl + path, { method: 'POST', body: new URLSearchParams(fields), headers })

/** Signs in with the link that the mail brings. */
async function signIn() {
  await post('/logg-inn/', { email: ragnhild.email }, { origin: staffUrl })
  const [mail] = await takeMail({ ...deployment, pass: () => {} })
  const link = /https:\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  const answer = await post(
    '/logg-inn/bekreft/',
    { lenke: new URL(link).searchParams.get('lenke') ?? '' },
    { origin: staffUrl },
  )
  return { link, setCookie: answer.headers.get('set-cookie') ?? '' }
}

describe('on a host of their own, the pages for staff', () => {
  test('are where the mail leads, with a cookie that no other host can set or see', async () => {
    const { link, setCookie } = await signIn()
    expect(link).toMatch(`${staffUrl}/logg-inn/bekreft/?lenke=`)
    expect(setCookie).toMatch(/^__Host-pusterom=[\w-]{43}; Path=\/; [^;]+; HttpOnly; SameSite=Lax; Secure$/)
    const cookie = setCookie.split(';')[0] ?? ''
    expect((await ask(`${staffUrl}/koordinator/`, { headers: { cookie } })).status).toBe(200)
  })

  test('take a form from their own host, and none from the public one', async () => {
    const fields = { email: 'ukjent@fjordvik.example' }
    expect((await post('/logg-inn/', fields, { origin: staffUrl })).status).toBe(303)
    expect((await post('/logg-inn/', fields, { 'sec-fetch-site': 'same-origin' })).status).toBe(303)
    expect((await post('/logg-inn/', fields, { origin: publicUrl })).status).toBe(403)
    expect((await post('/logg-inn/', fields, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
  })

  test('leave the public ones their own forms', async () => {
    const send = (origin: string) =>
      ask(`${publicUrl}/bli-frivillig/`, { method: 'POST', body: new URLSearchParams(), headers: { origin } })
    expect((await send(publicUrl)).status).not.toBe(403)
    expect((await send(staffUrl)).status).toBe(403)
  })

  test('are where the provider of accounts leads back to, with a cookie of the same kind', async () => {
    const begun = await ask(`${staffUrl}/logg-inn/konto/`)
    const asked = new URL(begun.headers.get('location') ?? '')
    expect(asked.searchParams.get('redirect_uri')).toBe(`${staffUrl}/logg-inn/konto/svar/`)
    expect(begun.headers.get('set-cookie')).toMatch(/^__Host-pusterom-konto=.*; Secure$/)
  })
})

describe('the policy of pages for staff', () => {
  const policyAt = async (path: string, locals: Partial<App.Locals> = {}) =>
    (await ask(staffUrl + path, {}, locals)).headers.get('content-security-policy') ?? ''

  test('lets no script run', async () => {
    const policy = await policyAt('/logg-inn/')
    expect(policy).toContain("script-src 'none'")
    expect(policy).not.toContain('connect-src')
    expect(policy).not.toContain('unsafe')
  })

  test('lets files of our own run where the page says so, and still no inline script', async () => {
    const policy = await policyAt('/logg-inn/', { loadsScripts: true })
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(await policyAt('/finn-hjelp/svar/', { loadsScripts: true })).toContain("script-src 'none'")
  })
})
