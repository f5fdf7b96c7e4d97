/** A real provider of accounts on this machine, the built site behind the real server, and a browser's cookies. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { Events, type MutableResponse, type MutableToken, OAuth2Server } from 'oauth2-mock-server'
import { readEnvironment } from '#env.ts'
import { listen } from '#server/listen.ts'
import { createLog } from '#server/log.ts'
import { openRuntime } from '#server/runtime.ts'
import { loadSite } from '#server/site.ts'
import { buildFolder } from '../sites.ts'

export const clientId = 'pusterom'

/** What the provider says of the one who signs in. A test changes it, or the token itself. */
export interface Says {
  claims: Record<string, unknown>
  /** What it adds at its userinfo. */
  userinfo?: Record<string, unknown>
  change?: (token: MutableToken) => void
}

export const ragnhild = { sub: 'ragnhild', name: 'Ragnhild Strand', email: 'ragnhild@fjordvik.example' }

export async function openProvider() {
  const provider = new OAuth2Server()
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, '127.0.0.1')
  const says: Says = { claims: {} }
  provider.service.on(Events.BeforeTokenSigning, (token: MutableToken) => {
    // The ID token alone is for us; the access token has another audience.
    Object.assign(token.payload, says.claims)
    says.change?.(token)
  })
  provider.service.on(Events.BeforeUserinfo, (userinfo: MutableResponse) => {
    userinfo.body = { sub: says.claims.sub, ...says.userinfo }
  })
  return { provider, says, issuer: provider.issuer.url ?? '' }
}

/** @param more variables beside those of the provider */
export async function openSite(issuer: string, more: Record<string, string> = {}) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'accounts-'))
  const environment = readEnvironment({
    MUNICIPALITY: 'fjordvik',
    PORT: '0',
    PUSTEROM_DATA: dataFolder,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_ROLES: 'pusterom-koordinator=coordinator,pusterom-leser=reader',
    ...more,
  })
  const lines: string[] = []
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const log = createLog({ to, messages: false })
  const runtime = await openRuntime(environment, log)
  const site = await loadSite(buildFolder('fjordvik'))
  const server = await listen({
    site,
    environment,
    log,
    locals: (log) => ({ runtime: { ...runtime, log } }),
  })
  const origin = `http://127.0.0.1:${server.port}`
  return {
    ...runtime,
    origin,
    lines,
    browser: () => openBrowser(origin),
    close: async () => {
      await server.stop()
      await runtime.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}

export type AccountSite = Awaited<ReturnType<typeof openSite>>

/** Keeps cookies as a browser does, and goes where it is told step by step. */
function openBrowser(origin: string) {
  const cookies = new Map<string, string>()
  async function go(address: string, init: RequestInit = {}) {
    const url = new URL(address, origin)
    const isOwn = url.origin === origin
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(isOwn && cookie && { cookie }), ...init.headers }
    const answer = await fetch(url, { redirect: 'manual', ...init, headers })
    for (const line of isOwn ? answer.headers.getSetCookie() : []) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return {
      status: answer.status,
      to: answer.headers.get('location') ?? '',
      text: await answer.text(),
      answer,
    }
  }
  /** As far as the provider's answer, which has not been opened yet. */
  async function signIn(start = '/logg-inn/konto/') {
    const begun = await go(start, { headers: { 'sec-fetch-site': 'same-origin' } })
    return (await go(begun.to)).to
  }
  return {
    cookies,
    go,
    signIn,
    /** All the way: what the answer's address shows, and then where it leads. */
    enter: async (start?: string) => go(await signIn(start)),
    post: (path: string, fields: Record<string, string> = {}) =>
      go(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } }),
  }
}
