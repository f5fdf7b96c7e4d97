/**
 * The only reader of the environment. Every setting has one line here: its name, what it must look like and
 * what it is when nobody sets it. A bad value stops the program with the name and what was expected.
 */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'

/** Everything that an operator can choose. Folders are absolute paths, `publicUrl` has no path. */
export interface Environment {
  readonly port: number
  readonly host: string
  /** The address that the public uses. Given only in operation; it turns on the strict rules below. */
  readonly publicUrl: URL | undefined
  readonly dataFolder: string
  readonly contentFolder: string
  /** Where the history of the texts is copied to after each change: an address for git. Nothing: nowhere. */
  readonly contentRemote: string | undefined
  /** A repository elsewhere that the CMS works in instead of ours: see src/editing/cms/backend.ts. Nothing: ours. */
  readonly cmsBackend: string | undefined
  /** Where programs such as git are found. */
  readonly searchPath: string
  /** `postgres://…`, or nothing: then SQLite in the data folder. */
  readonly databaseUrl: string | undefined
  /** 32 bytes. Nothing locally: then a key is made once and kept in the data folder. */
  readonly key: Buffer | undefined
  /** The key before, while `npm run rotate-keys` is under way. */
  readonly previousKey: Buffer | undefined
  /** Who can open backups: an age public key. Its identity is never on this machine. */
  readonly backupRecipient: string | undefined
  /** Days until a backup is removed, and with it what was deleted since. */
  readonly backupDays: number
  /** Nothing locally: then mail is written as files to the data folder. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Addresses (IPv4, IPv6 or CIDR) whose X-Forwarded-* headers are believed. */
  readonly trustedProxy: readonly string[]
  /** The folder name under `content/municipalities/`. */
  readonly municipality: string
  /** The hostname of the coordinator's pages, when they have one of their own. Without it they are on `publicUrl`. */
  readonly staffUrl: URL | undefined
  /** The municipality's own accounts, for signing in with OpenID Connect. */
  readonly accounts: Accounts | undefined
  /** Whether one can sign in with a link by e-mail. Always so without accounts. */
  readonly signInLinks: boolean
  /** The serverless host that a build is for. Nothing: our own server. */
  readonly adapter: HostName | undefined
  /** What a scheduled call of `/api/runde/` must know. Nothing: then there is no such address. */
  readonly scheduleSecret: string | undefined
  /** What the pages of a build say about volunteers: the choice of a coordinator. Nothing: what the build before said. */
  readonly publicLine: (typeof lineNames)[number] | undefined
  /** A fixed clock for builds and tests. Never in operation. */
  readonly fixedNow: Temporal.Instant | undefined
}

const lineNames = ['free', 'needed', 'none'] as const

export const hostNames = ['netlify', 'vercel', 'cloudflare'] as const
export type HostName = (typeof hostNames)[number]

/** An OpenID Connect provider, and what it says of roles. */
export interface Accounts {
  /** As the provider writes it: its metadata is at `<issuer>/.well-known/openid-configuration`. */
  readonly issuer: string
  /** Who we are to the provider: its client_id. */
  readonly id: string
  /** Nothing for a public client: then PKCE alone protects the code. */
  readonly secret: string | undefined
  readonly scope: string
  /** Which claim gives the role. Nothing: roles are what `npm run staff` says, and nobody is added by signing in. */
  readonly roleClaim: string | undefined
  /** Value of the claim → role. */
  readonly roles: Readonly<Record<string, (typeof roleNames)[number]>>
}

const roleNames = ['coordinator', 'deputy', 'editor', 'reader'] as const

/** Thrown when the environment cannot be used. `problems` holds one English line for each bad variable. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`Pusterom cannot start:\n${problems.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'EnvironmentError'
    this.problems = problems
  }
}

/** What a site in operation cannot be without. */
const secrets = ['PUSTEROM_KEY', 'SMTP_URL', 'MAIL_FROM']

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks the environment.
 *
 * @param variables where to read from; `process.env` unless a test gives its own
 * @throws {EnvironmentError} naming every variable that is wrong, not only the first
 * @example readEnvironment({ PORT: '8080' }).port // 8080
 */
export const readEnvironment = (variables: Variables = process.env): Environment => read(variables, secrets)

function read(variables: Variables, required: readonly string[]): Environment {
  const problems: string[] = []
  /** An empty value counts as absent, as in docker compose files with `KEY=`. */
  const given = (name: string) => variables[name]?.trim() || undefined
  const expect = <T>(name: string, expected: string, parse: (text: string) => T | undefined) => {
    const text = given(name)
    if (text === undefined) return undefined
    let value: T | undefined
    try {
      value = parse(text)
    } catch {
      value = undefined
    }
    // A secret is never repeated in an error: it would end in a log.
    const got = /KEY|URL|SECRET|RECIPIENT|REMOTE/.test(name)
      ? `a value of ${text.length} characters`
      : JSON.stringify(text)
    if (value === undefined) problems.push(`${name}: expected ${expected}, got ${got}`)
    return value
  }

  const publicUrl = expect(
    'PUBLIC_URL',
    'an address such as https://parorende.kommune.no, without a path',
    origin,
  )
  const readAccounts = (): Accounts | undefined => {
    const issuer = expect('OIDC_ISSUER', issuerExpected, issuerAddress)
    const roleClaim = expect('OIDC_ROLE_CLAIM', 'the name of a claim, such as roles', (text) =>
      /^[^\s,=]+$/.test(text) ? text : undefined,
    )
    const roles = expect(
      'OIDC_ROLES',
      `value=role with commas between, roles ${roleNames.join(', ')}`,
      roleList,
    )
    const scope = expect('OIDC_SCOPE', 'words with openid among them', (text) =>
      text.split(/\s+/).includes('openid') ? text : undefined,
    )
    const needs = (name: string, by: string) => {
      if (given(name) === undefined) problems.push(`${name}: required when ${by} is set, got nothing`)
    }
    for (const name of [
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'OIDC_ROLE_CLAIM',
      'OIDC_ROLES',
      'OIDC_SCOPE',
    ])
      if (given(name) !== undefined && given('OIDC_ISSUER') === undefined) needs('OIDC_ISSUER', name)
    if (given('OIDC_ROLES') !== undefined) needs('OIDC_ROLE_CLAIM', 'OIDC_ROLES')
    if (given('OIDC_ROLE_CLAIM') !== undefined) needs('OIDC_ROLES', 'OIDC_ROLE_CLAIM')
    if (given('OIDC_ISSUER') !== undefined) needs('OIDC_CLIENT_ID', 'OIDC_ISSUER')
    const id = given('OIDC_CLIENT_ID')
    return issuer === undefined || id === undefined
      ? undefined
      : {
          issuer,
          id,
          secret: given('OIDC_CLIENT_SECRET'),
          scope: scope ?? 'openid profile email',
          roleClaim,
          roles: roles ?? {},
        }
  }
  const environment: Environment = {
    port: expect('PORT', 'a whole number from 0 to 65535', wholeNumber(0, 65_535)) ?? 4321,
    host:
      expect('HOST', 'an address or name of this machine, such as 0.0.0.0', (text) =>
        /^[a-z0-9.:_-]+$/i.test(text) ? text : undefined,
      ) ?? '127.0.0.1',
    publicUrl,
    dataFolder: resolve(given('PUSTEROM_DATA') ?? '.data'),
    contentFolder: resolve(given('PUSTEROM_CONTENT') ?? 'content'),
    contentRemote: expect(
      'CONTENT_REMOTE',
      'https://…, ssh://…, git@host:path or an absolute folder',
      (text) =>
        /^(https:\/\/|ssh:\/\/|file:\/\/\/|\/|[\w.-]+@[\w.-]+:)[^\s-]\S*$/.test(text) ? text : undefined,
    ),
    cmsBackend: expect(
      'CMS_BACKEND',
      'github, gitlab or gitea, + and the address of a repository: github+https://github.com/owner/name?branch=main',
      (text) =>
        /^(github|gitlab|gitea)\+https:\/\/[\w.:-]+(\/[\w.-]+){2,}(\?[\w.=&/-]*)?$/.test(text)
          ? text
          : undefined,
    ),
    searchPath: given('PATH') ?? '/usr/local/bin:/usr/bin:/bin',
    databaseUrl: expect('DATABASE_URL', 'postgres://user@host/database, or nothing for SQLite', (text) =>
      /^postgres(ql)?:$/.test(new URL(text).protocol) ? text : undefined,
    ),
    key: expect('PUSTEROM_KEY', '32 random bytes in base64 (openssl rand -base64 32)', masterKey),
    previousKey: expect('PUSTEROM_KEY_PREVIOUS', '32 bytes in base64: PUSTEROM_KEY as it was', masterKey),
    backupRecipient: expect('BACKUP_RECIPIENT', 'an age public key, age1…', (text) =>
      /^age1[a-z0-9]{20,}$/.test(text) ? text : undefined,
    ),
    backupDays: expect('BACKUP_DAYS', 'a whole number from 1 to 3650', wholeNumber(1, 3650)) ?? 30,
    smtpUrl: expect('SMTP_URL', 'smtp://user:password@host:587 or smtps://…', (text) =>
      /^smtps?:$/.test(new URL(text).protocol) ? text : undefined,
    ),
    mailFrom:
      expect('MAIL_FROM', 'one e-mail address such as ikke-svar@kommune.no', (text) =>
        /^[^\s@<>,]+@[^\s@<>,]+$/.test(text) ? text : undefined,
      ) ?? 'pusterom@localhost',
    trustedProxy:
      expect(
        'TRUSTED_PROXY',
        'addresses or CIDR ranges with commas between, such as 10.0.0.0/8',
        proxyList,
      ) ?? [],
    municipality:
      expect('MUNICIPALITY', 'the name of a folder in content/municipalities, such as hamar', (text) =>
        /^[a-z][a-z0-9-]*$/.test(text) ? text : undefined,
      ) ?? 'hamar',
    staffUrl: expect(
      'STAFF_URL',
      'an address such as https://koordinator.kommune.no, without a path',
      origin,
    ),
    accounts: readAccounts(),
    signInLinks: expect('SIGN_IN_LINKS', 'on or off', (text) => ({ on: 'on', off: 'off' })[text]) !== 'off',
    adapter: expect('ADAPTER', `${hostNames.join(', ')}, or nothing for our own server`, (text) =>
      hostNames.find((name) => name === text),
    ),
    scheduleSecret: expect(
      'SCHEDULE_SECRET',
      'at least 32 letters and digits (openssl rand -hex 32)',
      (text) => (/^[\x21-\x7e]{32,}$/.test(text) ? text : undefined),
    ),
    publicLine: expect('PUBLIC_LINE', lineNames.join(', '), (text) =>
      lineNames.find((name) => name === text),
    ),
    fixedNow: expect('PUSTEROM_NOW', 'an instant such as 2026-11-21T08:00:00Z', (text) =>
      Temporal.Instant.from(text),
    ),
  }

  if (given('PUBLIC_URL') !== undefined) {
    // A build for a serverless host needs no secret; its function says itself what it lacks.
    for (const name of environment.adapter ? [] : required)
      if (given(name) === undefined) problems.push(`${name}: required when PUBLIC_URL is set, got nothing`)
    if (given('PUSTEROM_NOW') !== undefined)
      problems.push('PUSTEROM_NOW: refused when PUBLIC_URL is set; a site in operation needs the real clock')
  }
  if (environment.staffUrl) {
    const expected = 'STAFF_URL: expected'
    if (!publicUrl) problems.push(`${expected} a PUBLIC_URL beside it, got none`)
    else if (publicUrl.host === environment.staffUrl.host)
      problems.push(`${expected} another host than that of PUBLIC_URL, got the same`)
    else if (publicUrl.protocol !== environment.staffUrl.protocol)
      problems.push(
        `${expected} ${publicUrl.protocol} as in PUBLIC_URL, got ${environment.staffUrl.protocol}`,
      )
  }
  if (!environment.signInLinks && given('OIDC_ISSUER') === undefined)
    problems.push('SIGN_IN_LINKS: expected on without OIDC_ISSUER, got off; nobody could sign in')
  if (problems.length > 0) throw new EnvironmentError(problems)
  return environment
}

/**
 * The same on a serverless host, which has no disk and no worker: there the database is PostgreSQL, and a schedule
 * calls.
 *
 * @throws {EnvironmentError} naming every variable that is wrong or missing
 */
export function readHostedEnvironment(variables: Variables = process.env) {
  const required = ['PUBLIC_URL', 'DATABASE_URL', 'SCHEDULE_SECRET', 'MUNICIPALITY', ...secrets]
  const missing = required.filter((name) => !variables[name]?.trim())
  if (missing.length > 0)
    throw new EnvironmentError(missing.map((name) => `${name}: required on a serverless host, got nothing`))
  const environment = readEnvironment(variables)
  return {
    ...environment,
    publicUrl: environment.publicUrl as URL,
    databaseUrl: environment.databaseUrl as string,
    key: environment.key as Buffer,
  }
}

/** What pages are drawn with, and no secret: nothing of a build is sent anywhere or opens anything. */
export type BuildSettings = Pick<
  Environment,
  | 'port'
  | 'publicUrl'
  | 'dataFolder'
  | 'contentFolder'
  | 'municipality'
  | 'publicLine'
  | 'fixedNow'
  | 'adapter'
>

/**
 * The same of a process that only draws pages.
 *
 * @throws {EnvironmentError} naming every variable that is wrong
 */
export const readBuildSettings = (variables: Variables = process.env): BuildSettings => read(variables, [])

/** For a process that draws one folder of texts after another: its settings are of this one from now on. */
export function setContentFolder(folder: string): void {
  process.env.PUSTEROM_CONTENT = folder
}

/** All that a process gets to see which builds for this environment. A new setting is not among it by itself. */
export function buildVariables(environment: Environment): Record<string, string> {
  const variables: Record<string, string | undefined> = {
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: environment.searchPath,
    PORT: String(environment.port),
    PUBLIC_URL: environment.publicUrl?.origin,
    PUSTEROM_DATA: environment.dataFolder,
    PUSTEROM_CONTENT: environment.contentFolder,
    MUNICIPALITY: environment.municipality,
    PUBLIC_LINE: environment.publicLine,
    PUSTEROM_NOW: environment.fixedNow?.toString(),
  }
  return Object.fromEntries(
    Object.entries(variables).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}

/** The clock of this process: the fixed one of tests and demos, or the real one. */
export function clockOf(environment: Pick<Environment, 'fixedNow'>): () => Temporal.Instant {
  const { fixedNow } = environment
  return fixedNow ? () => fixedNow : () => Temporal.Now.instant()
}

function masterKey(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  // Node drops what is not base64: a key with a typing error would quietly be another key.
  return bytes.length === 32 && bytes.toString('base64') === text ? bytes : undefined
}

function wholeNumber(least: number, most: number) {
  return (text: string) => {
    const number = Number(text)
    return /^\d+$/.test(text) && number >= least && number <= most ? number : undefined
  }
}

function proxyList(text: string): string[] | undefined {
  const parts = text.split(',').map((part) => part.trim())
  const valid = parts.every((part) => {
    const [address = '', bits] = part.split('/')
    const version = isIP(address)
    return (
      version !== 0 && (bits === undefined || wholeNumber(0, version === 4 ? 32 : 128)(bits) !== undefined)
    )
  })
  return valid ? parts : undefined
}

function origin(text: string): URL | undefined {
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search ? url : undefined
}

const issuerExpected =
  'the https address of the municipality’s own provider, such as https://login.microsoftonline.com/<directory id>/v2.0'

/** Microsoft's shared issuers let in the accounts of every organisation there is. */
const sharedIssuer = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/i

/** Kept as it was written: the provider's tokens must name it letter by letter. */
function issuerAddress(text: string): string | undefined {
  const url = new URL(text)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)
  return isSafe && !url.search && !url.hash && !sharedIssuer.test(text) ? text : undefined
}

function roleList(text: string): Accounts['roles'] | undefined {
  const pairs = text.split(',').map((pair) => {
    const at = pair.lastIndexOf('=')
    return { value: pair.slice(0, at).trim(), role: pair.slice(at + 1).trim() }
  })
  const roles: Record<string, (typeof roleNames)[number]> = {}
  for (const { value, role } of pairs) {
    const known = roleNames.find((each) => each === role)
    if (!value || !known || Object.hasOwn(roles, value)) return undefined
    roles[value] = known
  }
  return roles
}
