import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newLink } from '#access/sign-in.ts'
import { addStaff, listStaff } from '#db/staff.ts'
import { type AccountSite, clientId, openProvider, openSite, ragnhild } from './provider.ts'

let known: Awaited<ReturnType<typeof openProvider>>
let site: AccountSite
beforeAll(async () => {
  known = await openProvider()
  site = await openSite(known.issuer)
})
afterAll(async () => {
  await site.close()
  await known.provider.stop()
})
beforeEach(async () => {
  known.says.claims = { ...ragnhild, aud: clientId, groups: ['alle', 'pusterom-koordinator'] }
  delete known.says.change
  delete known.says.userinfo
  await site.db.deleteFrom('sessions').execute()
  await site.db.updateTable('staff').set({ identity_fingerprint: null, removed_at: '2026' }).execute()
})

const people = () => listStaff(site.db, site.vault)
const sessions = async () => (await site.db.selectFrom('sessions').selectAll().execute()).length

describe('signing in with an account of the municipality', () => {
  test('sends state, nonce and a PKCE challenge, and leads to the coordinator’s pages', async () => {
    const browser = site.browser()
    const page = await browser.go('/logg-inn/')
    expect(page.text).toContain('href="/logg-inn/konto/"')
    const begun = await browser.go('/logg-inn/konto/')
    const asked = new URL(begun.to)
    expect(asked.origin).toBe(known.issuer)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      scope: 'openid profile email',
      redirect_uri: `${site.origin}/logg-inn/konto/svar/`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43,}$/),
    })
    const cookie = begun.answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^pusterom-konto=[^;]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/)
    for (const secret of ['nonce', 'code_challenge'])
      expect(cookie).not.toContain(asked.searchParams.get(secret))

    const answered = await browser.go((await browser.go(begun.to)).to)
    expect(answered).toMatchObject({ status: 303, to: '/logg-inn/' })
    expect(browser.cookies.has('pusterom-konto')).toBe(false)
    expect((await browser.go('/logg-inn/')).to).toBe('/koordinator/')
    expect((await browser.go('/koordinator/')).text).toContain('Ragnhild Strand')
    expect(await people()).toMatchObject([
      { name: ragnhild.name, email: ragnhild.email, role: 'coordinator' },
    ])
  })

  test('is the same person the next time, with the name, address and role of the moment', async () => {
    await site.browser().enter()
    const [before] = await people()
    known.says.claims = {
      ...known.says.claims,
      name: 'Ragnhild Å. Strand',
      email: 'Ragnhild.Strand@fjordvik.example',
      groups: 'pusterom-leser',
    }
    const browser = site.browser()
    await browser.enter()
    expect(await people()).toEqual([
      {
        id: before?.id,
        name: 'Ragnhild Å. Strand',
        email: 'ragnhild.strand@fjordvik.example',
        role: 'reader',
      },
    ])
    expect((await browser.go('/koordinator/')).status).toBe(404)
    const keys = await site.db.selectFrom('staff').select('key_id').where('removed_at', 'is', null).execute()
    expect(keys).toHaveLength(1)
  })

  test('what the token leaves out is asked for, and believed about the same person only', async () => {
    known.says.claims = { sub: ragnhild.sub, aud: clientId, name: ragnhild.name }
    known.says.userinfo = { email: ragnhild.email, groups: 'pusterom-leser', sub: 'somebody else' }
    expect((await site.browser().enter()).text).toContain('Innloggingen gikk ikke')
    known.says.userinfo = { email: ragnhild.email, groups: 'pusterom-leser' }
    expect((await site.browser().enter()).status).toBe(303)
    expect(await people()).toMatchObject([{ email: ragnhild.email, role: 'reader' }])
  })

  test('a subject of another provider is another person', async () => {
    await site.browser().enter()
    const row = await site.db.selectFrom('staff').select('identity_fingerprint').execute()
    const fingerprints = [known.issuer, 'https://other.example'].map((issuer) =>
      site.vault.fingerprint('staff identity', JSON.stringify([issuer, ragnhild.sub])),
    )
    expect(fingerprints[0]).not.toBe(fingerprints[1])
    expect(row.map((each) => each.identity_fingerprint)).toContain(fingerprints[0])
  })

  test('whoever was added with the same address is that person', async () => {
    const added = await addStaff(site.db, site.vault, { ...ragnhild, role: 'reader', now: site.now() })
    await site.browser().enter()
    expect(await people()).toMatchObject([{ id: added.id, role: 'coordinator' }])
  })

  test('an address that the provider has not seen to opens nobody’s door', async () => {
    await addStaff(site.db, site.vault, { ...ragnhild, role: 'coordinator', now: site.now() })
    known.says.claims = { ...known.says.claims, email_verified: false, groups: 'pusterom-leser' }
    expect((await site.browser().enter()).text).toContain('mangler e-postadresse')
    expect(await people()).toMatchObject([{ role: 'coordinator' }])
    expect(await sessions()).toBe(0)
  })

  test('an account without a role here is told whom to ask, and adds nobody', async () => {
    for (const groups of [undefined, [], ['alle'], 'constructor', ['__proto__'], { a: 1 }, 7]) {
      known.says.claims = { ...known.says.claims, groups }
      const page = await site.browser().enter()
      expect(page.status).toBe(403)
      expect(page.text).toContain('Kontoen din har ikke tilgang ennå')
      expect(page.text).toContain('den som har ansvar for Pusterom')
    }
    expect(await people()).toEqual([])
  })

  test('whoever loses her role at the provider is out everywhere when she next comes through it', async () => {
    const [desk, phone] = [site.browser(), site.browser()]
    await desk.enter()
    known.says.claims = { ...known.says.claims, groups: [] }
    expect((await desk.go('/koordinator/')).status).toBe(200)
    expect((await phone.enter()).status).toBe(403)
    expect((await desk.go('/koordinator/')).to).toBe('/logg-inn/')
    expect(await people()).toEqual([])

    known.says.claims = { ...known.says.claims, groups: 'pusterom-koordinator' }
    await phone.enter()
    expect(await people()).toHaveLength(1)
  })

  test('a role that is changed here counts at the next page', async () => {
    const browser = site.browser()
    await browser.enter()
    expect((await browser.go('/koordinator/')).status).toBe(200)
    await site.db.updateTable('staff').set({ role: 'reader' }).execute()
    expect((await browser.go('/koordinator/')).status).toBe(404)
  })
})

describe('an answer that does not hold lets nobody in:', () => {
  const refused = async (title: string, page: { status: number; text: string }) => {
    expect(page.text).toContain(title)
    expect(page.status).toBe(403)
    expect(await sessions()).toBe(0)
    expect(await people()).toEqual([])
  }

  test('another state', async () => {
    const browser = site.browser()
    const answer = new URL(await browser.signIn())
    answer.searchParams.set('state', 'A'.repeat(43))
    await refused('Innloggingen gikk ikke', await browser.go(answer.href))
  })

  test('no state', async () => {
    const browser = site.browser()
    const answer = new URL(await browser.signIn())
    answer.searchParams.delete('state')
    await refused('Innloggingen gikk ikke', await browser.go(answer.href))
  })

  test('one that another browser began, as a link in a mail would be', async () => {
    const answer = await site.browser().signIn()
    await refused('Innloggingen ble for gammel', await site.browser().go(answer))
    const busy = site.browser()
    await busy.signIn()
    await refused('Innloggingen gikk ikke', await busy.go(answer))
  })

  test('the same answer again, with the same cookie', async () => {
    const browser = site.browser()
    const answer = await browser.signIn()
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
    expect((await browser.go(answer)).status).toBe(303)
    await site.db.deleteFrom('sessions').execute()
    await site.db.updateTable('staff').set({ removed_at: '2026' }).execute()
    await refused('Innloggingen ble for gammel', await site.browser().go(answer, { headers: { cookie } }))
  })

  test('a code that was used', async () => {
    const browser = site.browser()
    const first = new URL(await browser.signIn())
    await browser.go(first.href)
    await site.db.deleteFrom('sessions').execute()
    await site.db.updateTable('staff').set({ removed_at: '2026' }).execute()
    const second = new URL(await browser.signIn())
    second.searchParams.set('code', first.searchParams.get('code') ?? '')
    await refused('Innloggingen gikk ikke', await browser.go(second.href))
  })

  test('a changed cookie, in any of its parts', async () => {
    const browser = site.browser()
    const answer = await browser.signIn()
    const value = browser.cookies.get('pusterom-konto') ?? ''
    const parts = value.split('.')
    expect(parts).toHaveLength(4)
    for (const index of parts.keys()) {
      const changed = parts.map((part, at) =>
        at === index ? `${part.slice(0, -1)}${part.endsWith('1') ? '2' : '1'}` : part,
      )
      const cookie = `pusterom-konto=${changed.join('.')}`
      await refused('Innloggingen ble for gammel', await site.browser().go(answer, { headers: { cookie } }))
    }
    expect((await browser.go(answer)).status).toBe(303)
  })

  test('a cookie with letters that no cookie has', async () => {
    const browser = site.browser()
    const answer = await browser.signIn()
    const [start] = /^.*\./.exec(browser.cookies.get('pusterom-konto') ?? '') ?? []
    const cookie = `pusterom-konto=${start}${'\u00e9'.repeat(64)}`
    await refused('Innloggingen ble for gammel', await site.browser().go(answer, { headers: { cookie } }))
  })

  test.each([
    ['another nonce', { nonce: 'other' }],
    ['no nonce', { nonce: undefined }],
    ['another issuer', { iss: 'https://other.example' }],
    ['another audience', { aud: 'other' }],
    ['no subject', { sub: undefined }],
    ['an expired token', { exp: 1_700_000_000 }],
    ['no expiry', { exp: undefined }],
    ['a token from the future', { nbf: 4_000_000_000 }],
  ])('%s', async (_, claims) => {
    known.says.change = ({ payload }) => Object.assign(payload, claims)
    await refused('Innloggingen gikk ikke', await site.browser().enter())
  })

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  /** A token of the provider, with another head and signature. */
  const forge = (token: string, head: object, sign: (text: string) => string) => {
    const text = `${encode(head)}.${token.split('.')[1]}`
    return `${text}.${sign(text)}`
  }
  test.each([
    ['a token without signature', (token: string) => forge(token, { alg: 'none' }, () => '')],
    [
      'a token signed with something public',
      (token: string) =>
        forge(token, { alg: 'HS256' }, (text) =>
          createHmac('sha256', clientId).update(text).digest('base64url'),
        ),
    ],
    ['a token with another signature', (token: string) => `${token.slice(0, -8)}AAAAAAAA`],
    ['no token', () => undefined],
  ])('%s', async (_, change) => {
    known.provider.service.once('beforeResponse', ({ body }: { body: Record<string, unknown> }) => {
      body.id_token = change(String(body.id_token))
    })
    await refused('Innloggingen gikk ikke', await site.browser().enter())
  })

  test('a no of the provider, in words that are ours', async () => {
    const browser = site.browser()
    const answer = new URL(await browser.signIn())
    answer.searchParams.delete('code')
    answer.searchParams.set('error', 'access_denied')
    answer.searchParams.set('error_description', '<b>Hemmelig</b>')
    const page = await browser.go(answer.href)
    await refused('Innloggingen ble avbrutt', page)
    expect(page.text).not.toContain('Hemmelig')
  })

  test('and the log says which part, and nothing about the person', async () => {
    site.lines.length = 0
    known.says.change = ({ payload }) => Object.assign(payload, { nonce: 'other' })
    const browser = site.browser()
    const answer = new URL(await browser.signIn())
    await browser.go(answer.href)
    const log = site.lines.join('')
    expect(log).toMatch(/"code":"OAUTH_\w+"/)
    for (const secret of [
      ragnhild.email,
      ragnhild.sub,
      answer.searchParams.get('code'),
      answer.searchParams.get('state'),
    ])
      expect(log).not.toContain(secret)
  })
})

describe('nobody is signed in by another’s page:', () => {
  test('what a stranger’s page or mail begins leads to the door', async () => {
    for (const from of ['cross-site', 'same-site']) {
      const begun = await site.browser().go('/logg-inn/konto/', { headers: { 'sec-fetch-site': from } })
      expect(begun).toMatchObject({ status: 303, to: '/logg-inn/' })
      expect(begun.answer.headers.getSetCookie()).toEqual([])
    }
  })

  test('a session that was there ends with the new one', async () => {
    const browser = site.browser()
    await browser.enter()
    const first = browser.cookies.get('pusterom')
    await browser.enter()
    expect(browser.cookies.get('pusterom')).not.toBe(first)
    expect(await sessions()).toBe(1)
  })
})

describe('whoever was added with an address', () => {
  test('joins her account herself, once she has signed in with a link', async () => {
    const kari = await addStaff(site.db, site.vault, {
      name: 'Kari',
      email: 'kari@fjordvik.example',
      role: 'reader',
      now: site.now(),
    })
    const link = await newLink(site.db, { staffId: kari.id, origin: site.origin, now: site.now() })
    const browser = site.browser()
    await browser.post('/logg-inn/bekreft/', { lenke: new URL(link).searchParams.get('lenke') ?? '' })
    const own = await browser.go('/koordinator/min-tilgang/')
    expect(own.text).toContain('href="/logg-inn/konto/?koble"')

    known.says.claims = { ...known.says.claims, sub: 'kari', email: undefined }
    const answer = await browser.signIn('/logg-inn/konto/?koble')
    expect((await site.browser().go(answer)).status).toBe(403)
    expect((await browser.go(answer)).status).toBe(303)
    expect(await people()).toMatchObject([{ id: kari.id, role: 'coordinator', email: kari.email }])
    expect((await browser.go('/koordinator/min-tilgang/')).text).not.toContain('?koble')
  })
})

describe('logging out', () => {
  test('ends the session here, and offers to end the one at the provider', async () => {
    const browser = site.browser()
    await browser.enter()
    const out = await browser.post('/logg-ut/')
    expect(out.to).toBe('/logg-inn/?ut=konto')
    expect(await sessions()).toBe(0)
    const page = await browser.go(out.to)
    const end = /href="([^"]*endsession[^"]*)"/
      .exec(page.text)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#38;', '&')
    expect(end).toContain(known.issuer)
    expect(new URL(end ?? '').searchParams.get('post_logout_redirect_uri')).toBe(`${site.origin}/logg-inn/`)
  })

  test('shows every session of one’s own, and ends one or all of them', async () => {
    const [desk, phone, other] = [site.browser(), site.browser(), site.browser()]
    for (const each of [desk, phone, other]) await each.enter()
    const page = await desk.go('/koordinator/min-tilgang/')
    const ids = [...page.text.matchAll(/name="okt" value="(\w{64})"/g)].map(([, id = '']) => id)
    expect(ids).toHaveLength(3)
    expect(page.text).toContain('Denne nettleseren')
    expect(page.text).not.toContain(desk.cookies.get('pusterom'))

    const rows = await site.db.selectFrom('sessions').select('token_hash').orderBy('started_at').execute()
    await desk.post('/koordinator/min-tilgang/utlogging/', { okt: rows[1]?.token_hash ?? '' })
    expect(await sessions()).toBe(2)
    const all = await desk.post('/koordinator/min-tilgang/utlogging/')
    expect(all.to).toBe('/logg-inn/?ut')
    expect(await sessions()).toBe(0)
    for (const each of [desk, phone, other]) expect((await each.go('/koordinator/')).to).toBe('/logg-inn/')
  })

  test('ends nobody else’s session', async () => {
    const [one, other] = [site.browser(), site.browser()]
    await one.enter()
    const [mine] = await site.db.selectFrom('sessions').selectAll().execute()
    known.says.claims = { ...known.says.claims, sub: 'ola', email: 'ola@fjordvik.example' }
    await other.enter()
    await other.post('/koordinator/min-tilgang/utlogging/', { okt: mine?.token_hash ?? '' })
    expect((await one.go('/koordinator/')).status).toBe(200)
    await other.post('/koordinator/min-tilgang/utlogging/')
    expect((await one.go('/koordinator/')).status).toBe(200)
  })
})

describe('other ways to set it up:', () => {
  test('a provider that does not answer says so, and the link is still there', async () => {
    const silent = await openSite('http://127.0.0.1:9')
    const browser = silent.browser()
    const begun = await browser.go('/logg-inn/konto/')
    const page = await browser.go(begun.to)
    await silent.close()
    expect(page.text).toContain('Kommunens innlogging svarer ikke')
    expect(page.text).toContain('name="email"')
  })

  test('a provider that falls silent between redirect and answer says so', async () => {
    const short = await openProvider()
    short.says.claims = { ...known.says.claims }
    const own = await openSite(short.issuer)
    const browser = own.browser()
    const answer = await browser.signIn()
    await short.provider.stop()
    const page = await browser.go(answer)
    await own.close()
    expect(page.status).toBe(503)
    expect(page.text).toContain('Kommunens innlogging svarer ikke')
  })

  test('without links there is neither form nor post', async () => {
    const closed = await openSite(known.issuer, { SIGN_IN_LINKS: 'off' })
    const browser = closed.browser()
    const page = await browser.go('/logg-inn/')
    const post = await browser.post('/logg-inn/', { email: ragnhild.email })
    await closed.close()
    expect(page.text).toContain('/logg-inn/konto/')
    expect(page.text).not.toContain('name="email"')
    expect(post.status).toBe(404)
  })

  test('without a claim for roles only those come in who were added, and as what they were added', async () => {
    const local = await openSite(known.issuer, { OIDC_ROLE_CLAIM: '', OIDC_ROLES: '' })
    const before = await local.browser().enter()
    const add = (role: 'reader') => addStaff(local.db, local.vault, { ...ragnhild, role, now: local.now() })
    await add('reader')
    const unsure = await local.browser().enter()
    known.says.claims = { ...known.says.claims, email_verified: true }
    const sure = await local.browser().enter()
    const staff = await listStaff(local.db, local.vault)
    await local.close()
    expect(before.text).toContain('Du er ikke lagt inn ennå')
    expect(unsure.text).toContain('Du er ikke lagt inn ennå')
    expect(sure.status).toBe(303)
    expect(staff).toMatchObject([{ role: 'reader' }])
  })

  test('without a provider there is no such address', async () => {
    const none = await openSite('', { OIDC_CLIENT_ID: '', OIDC_ROLE_CLAIM: '', OIDC_ROLES: '' })
    const answers = await Promise.all(
      ['/logg-inn/konto/', '/logg-inn/konto/svar/?code=a&state=b'].map((path) => none.browser().go(path)),
    )
    await none.close()
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })
})
