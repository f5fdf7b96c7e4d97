/** The municipality's provider of accounts, spoken to with OpenID Connect: code flow, PKCE, state and nonce. */
import * as openid from 'openid-client'
import type { Role } from '#db/tables.ts'
import type { Pending } from './pending.ts'

/** Where the provider sends people back to: register this address there, below PUBLIC_URL or STAFF_URL. */
const answerPath = '/logg-inn/konto/svar/'

/** Which provider, who we are to it, and what it says of roles: see src/env.ts. */
export interface Accounts {
  readonly issuer: string
  readonly id: string
  readonly secret: string | undefined
  readonly scope: string
  readonly roleClaim: string | undefined
  readonly roles: Readonly<Record<string, Role>>
}

/** The provider cannot be reached, or is not what it should be. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
}

/** What the provider vouches for, of somebody who has signed in there. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  readonly name: string | undefined
  /** Nothing when the provider says itself that it has not seen to it. */
  readonly email: string | undefined
  /** Whether the provider says that it has. Many say nothing. */
  readonly emailVerified: boolean
  /** The values of the claim that gives the role. */
  readonly roleValues: readonly string[]
}

/** In milliseconds. The second is for a provider that does not answer: not everybody waits for it in turn. */
const hour = 3_600_000
const pause = 15_000
const found = new Map<string, { until: number; configuration: Promise<openid.Configuration> }>()

/** The provider's metadata, asked for once an hour. */
function configurationOf(accounts: Accounts): Promise<openid.Configuration> {
  const key = JSON.stringify([accounts.issuer, accounts.id, accounts.secret])
  const known = found.get(key)
  if (known && performance.now() < known.until) return known.configuration
  const configuration = discover(accounts)
  const entry = { until: performance.now() + hour, configuration }
  found.set(key, entry)
  configuration.catch(() => {
    entry.until = performance.now() + pause
  })
  return configuration
}

async function discover({ issuer, id, secret }: Accounts): Promise<openid.Configuration> {
  const isLocal = issuer.startsWith('http:')
  try {
    return await openid.discovery(
      new URL(issuer),
      id,
      { [openid.clockTolerance]: 30 },
      secret === undefined ? openid.None() : openid.ClientSecretPost(secret),
      {
        timeout: 10,
        // The second: signatures are looked at also where the token comes straight from the provider.
        execute: [...(isLocal ? [openid.allowInsecureRequests] : []), openid.enableNonRepudiationChecks],
      },
    )
  } catch (error) {
    throw new ProviderError('expected metadata of the provider at OIDC_ISSUER, got none', { cause: error })
  }
}

/**
 * Where to send somebody to sign in.
 *
 * @param origin ours, as the browser sees it
 * @throws {ProviderError} when the provider does not answer
 */
export async function addressOfSignIn(accounts: Accounts, origin: string, pending: Pending): Promise<URL> {
  return openid.buildAuthorizationUrl(await configurationOf(accounts), {
    redirect_uri: origin + answerPath,
    scope: accounts.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  })
}

/**
 * Turns the provider's answer into what it vouches for.
 *
 * @param answer the address that the browser came back to, on our own origin
 * @returns `refused` when the provider or the person said no, `wrong` when anything of the answer does not hold, each
 *   with a word of the protocol for the log
 * @throws {ProviderError} when the provider does not answer
 */
export async function readAnswer(
  accounts: Accounts,
  answer: URL,
  pending: Pending,
): Promise<Vouched | { problem: 'refused' | 'wrong'; code: string }> {
  const configuration = await configurationOf(accounts)
  try {
    const tokens = await openid.authorizationCodeGrant(configuration, answer, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return { problem: 'wrong', code: 'no ID token' }
    return vouched(accounts, claims, await more(configuration, accounts, claims, tokens.access_token))
  } catch (error) {
    if (error instanceof openid.AuthorizationResponseError) return { problem: 'refused', code: codeOf(error) }
    if (isSilence(error))
      throw new ProviderError('expected an answer of the provider, got none', { cause: error })
    return { problem: 'wrong', code: codeOf(error) }
  }
}

/** What the token leaves out stands at the provider's userinfo, where there is one. */
async function more(
  configuration: openid.Configuration,
  { roleClaim }: Accounts,
  claims: openid.IDToken,
  accessToken: string,
): Promise<Record<string, unknown>> {
  const wanted = ['name', 'email', ...(roleClaim === undefined ? [] : [roleClaim])]
  if (!configuration.serverMetadata().userinfo_endpoint) return {}
  if (wanted.every((claim) => claims[claim] !== undefined)) return {}
  return openid.fetchUserInfo(configuration, accessToken, claims.sub)
}

function vouched({ roleClaim }: Accounts, claims: openid.IDToken, more: Record<string, unknown>): Vouched {
  const claim = (name: string): unknown => claims[name] ?? more[name]
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined)
  const values = roleClaim === undefined ? [] : [claim(roleClaim)].flat()
  const email = text(claim('email'))
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: text(claim('name'))?.slice(0, 200),
    email: email && isAddress(email) && claim('email_verified') !== false ? email : undefined,
    emailVerified: claim('email_verified') === true,
    roleValues: values.filter((value) => typeof value === 'string'),
  }
}

const isAddress = (text: string) => text.length <= 254 && /^[^\s@<>,]+@[^\s@<>,]+$/.test(text)

/**
 * Where the provider ends its own sign-in, if it offers that. No token of it is kept, so it may ask first.
 *
 * @param back where it leads afterwards
 */
export async function addressOfSignOut(accounts: Accounts, back: string): Promise<string | undefined> {
  const configuration = await configurationOf(accounts).catch(() => undefined)
  if (!configuration?.serverMetadata().end_session_endpoint) return undefined
  return openid.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }).href
}

/** No connection, or none in time: nothing that the person or the token did. */
const isSilence = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof openid.ClientError && error.code === 'OAUTH_TIMEOUT') ||
  (error instanceof Error && error.name === 'TimeoutError')

/** `invalid_client`, `OAUTH_JWT_CLAIM_COMPARISON_FAILED` …, and never the words of an answer. */
function codeOf(error: unknown): string {
  const known = error as { error?: unknown; code?: unknown }
  const code = String(known.error ?? known.code ?? 'unknown')
  return /^\w{1,60}$/.test(code) ? code : 'unknown'
}
