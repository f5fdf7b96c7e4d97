import { describe, expect, test } from 'vitest'
import {
  buildVariables,
  clockOf,
  EnvironmentError,
  readBuildSettings,
  readEnvironment,
  readHostedEnvironment,
} from '#env.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const inOperation = {
  PUBLIC_URL: 'https://parorende.fjordvik.example',
  PUSTEROM_KEY: key,
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'ikke-svar@fjordvik.example',
}

const provider = {
  OIDC_ISSUER: 'https://login.kommune.example/v2.0',
  OIDC_CLIENT_ID: 'pusterom',
  OIDC_ROLE_CLAIM: 'groups',
  OIDC_ROLES: 'cn=leder=coordinator, b=reader',
}

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnvironment(variables)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
  return []
}

describe('the environment', () => {
  test('needs nothing to start on one’s own machine', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 4321,
      host: '127.0.0.1',
      publicUrl: undefined,
      databaseUrl: undefined,
      key: undefined,
      smtpUrl: undefined,
      municipality: 'hamar',
      trustedProxy: [],
    })
  })

  test('counts an empty value as none', () => {
    expect(readEnvironment({ PORT: '', PUSTEROM_KEY: ' ', DATABASE_URL: '' }).port).toBe(4321)
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['HOST', 'not a host'],
    ['PUBLIC_URL', 'parorende.kommune.no'],
    ['PUBLIC_URL', 'ftp://parorende.kommune.no'],
    ['PUBLIC_URL', 'https://kommune.no/parorende'],
    ['DATABASE_URL', 'mysql://localhost/a'],
    ['DATABASE_URL', 'localhost'],
    ['PUSTEROM_KEY', 'short'],
    ['PUSTEROM_KEY', `${key.slice(0, 5)}!${key.slice(5)}`],
    ['PUSTEROM_KEY_PREVIOUS', 'short'],
    ['BACKUP_RECIPIENT', 'AGE-SECRET-KEY-1'],
    ['BACKUP_DAYS', '0'],
    ['SMTP_URL', 'http://mail.example'],
    ['CMS_BACKEND', 'github+http://github.com/owner/name'],
    ['CMS_BACKEND', 'https://github.com/owner/name'],
    ['CONTENT_REMOTE', 'ext::sh -c evil'],
    ['CONTENT_REMOTE', '--upload-pack=evil'],
    ['CONTENT_REMOTE', 'http://git.example/content.git'],
    ['CONTENT_REMOTE', '../content.git'],
    ['MAIL_FROM', 'Kari <kari@kommune.no>'],
    ['TRUSTED_PROXY', '10.0.0.0/33'],
    ['TRUSTED_PROXY', 'proxy.local'],
    ['MUNICIPALITY', '../hamar'],
    ['MUNICIPALITY', 'Hamar'],
    ['PUSTEROM_NOW', 'yesterday'],
    ['STAFF_URL', 'https://kommune.no/koordinator'],
    ['PUBLIC_LINE', 'maybe'],
    ['OIDC_ISSUER', 'http://login.kommune.example'],
    ['OIDC_ISSUER', 'login.kommune.example'],
    ['OIDC_ISSUER', 'https://login.microsoftonline.com/common/v2.0'],
    ['OIDC_ROLE_CLAIM', 'two words'],
    ['OIDC_ROLES', 'Koordinator'],
    ['OIDC_ROLES', 'Koordinator=boss'],
    ['OIDC_ROLES', 'a=reader,a=editor'],
    ['OIDC_SCOPE', 'profile email'],
    ['SIGN_IN_LINKS', 'no'],
    ['ADAPTER', 'node'],
    ['SCHEDULE_SECRET', 'too-short'],
  ])('refuses %s=%s with the name and what was expected', (name, value) => {
    const problems = problemsOf({ [name]: value }).filter((line) => line.startsWith(`${name}: expected `))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(', got ')
  })

  test('never repeats a secret', () => {
    const problems = problemsOf({
      PUSTEROM_KEY: 'hemmelig',
      SMTP_URL: 'http://a:hemmelig@b',
      DATABASE_URL: 'x://hemmelig',
    })
    expect(problems).toHaveLength(3)
    expect(problems.join()).not.toContain('hemmelig')
  })

  test('reads a provider and what its groups may', () => {
    const { accounts, signInLinks } = readEnvironment({ ...provider, SIGN_IN_LINKS: 'off' })
    expect(accounts).toEqual({
      issuer: 'https://login.kommune.example/v2.0',
      id: 'pusterom',
      secret: undefined,
      scope: 'openid profile email',
      roleClaim: 'groups',
      roles: { 'cn=leder': 'coordinator', b: 'reader' },
    })
    expect(signInLinks).toBe(false)
  })

  test('refuses half a provider, and to close the only door', () => {
    for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_ROLE_CLAIM', 'OIDC_ROLES'])
      expect(problemsOf({ ...provider, [name]: '' }).join()).toContain(`${name}: required`)
    expect(problemsOf({ SIGN_IN_LINKS: 'off' })).toEqual([
      expect.stringContaining('SIGN_IN_LINKS: expected on'),
    ])
  })

  test.each([
    [{ STAFF_URL: 'https://koordinator.fjordvik.example' }, 'a PUBLIC_URL beside it'],
    [{ ...inOperation, STAFF_URL: inOperation.PUBLIC_URL }, 'another host'],
    [{ ...inOperation, STAFF_URL: 'http://koordinator.fjordvik.example' }, 'https: as in PUBLIC_URL'],
  ])('expects a host of its own for staff: %o', (variables, expected) => {
    expect(problemsOf(variables)).toEqual([expect.stringContaining(`STAFF_URL: expected ${expected}`)])
  })

  test('names everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'a', MUNICIPALITY: '.' })).toHaveLength(2)
  })

  test('in operation needs key, mail server and sender, and the real clock', () => {
    expect(problemsOf(inOperation)).toEqual([])
    for (const name of ['PUSTEROM_KEY', 'SMTP_URL', 'MAIL_FROM'])
      expect(problemsOf({ ...inOperation, [name]: '' })).toEqual([
        expect.stringContaining(`${name}: required`),
      ])
    expect(problemsOf({ ...inOperation, PUSTEROM_NOW: '2026-11-21T08:00:00Z' })).toEqual([
      expect.stringContaining('PUSTEROM_NOW: refused'),
    ])
  })

  test('of a build is all that pages are drawn with, and holds no secret', () => {
    const secret = {
      PUSTEROM_KEY: key,
      PUSTEROM_KEY_PREVIOUS: Buffer.alloc(32, 8).toString('base64'),
      SMTP_URL: 'smtp://a:password@mail.example',
      DATABASE_URL: 'postgres://a:password@b/c',
      CONTENT_REMOTE: 'https://a:password@git.example/a',
      SCHEDULE_SECRET: 'a'.repeat(32),
      OIDC_CLIENT_SECRET: 'password',
    }
    const environment = readEnvironment({ ...inOperation, ...provider, ...secret, PUBLIC_LINE: 'needed' })
    const variables = buildVariables(environment)
    for (const value of Object.values(secret)) expect(Object.values(variables)).not.toContain(value)
    const { port, publicUrl, dataFolder, contentFolder, municipality, publicLine } = environment
    const settings = { port, publicUrl, dataFolder, contentFolder, municipality, publicLine }
    expect(readBuildSettings(variables)).toMatchObject(settings)

    const fixed = readEnvironment({ PUSTEROM_NOW: '2026-11-21T08:00:00Z' })
    expect(readBuildSettings(buildVariables(fixed)).fixedNow).toEqual(fixed.fixedNow)
  })

  test('on a serverless host needs a database, an address and a schedule, and says which is missing', () => {
    const hosted = {
      ...inOperation,
      DATABASE_URL: 'postgres://a@b/c',
      SCHEDULE_SECRET: 'a'.repeat(32),
      MUNICIPALITY: 'fjordvik',
    }
    expect(readHostedEnvironment(hosted).databaseUrl).toBe('postgres://a@b/c')
    for (const name of Object.keys(hosted))
      expect(() => readHostedEnvironment({ ...hosted, [name]: '' })).toThrow(`${name}: required on a`)
  })

  test('of a build for a serverless host needs no secret', () => {
    const { PUBLIC_URL } = inOperation
    expect(problemsOf({ PUBLIC_URL })).toHaveLength(3)
    expect(problemsOf({ PUBLIC_URL, ADAPTER: 'vercel' })).toEqual([])
  })

  test('sets the clock when asked', () => {
    const environment = readEnvironment({ PUSTEROM_NOW: '2026-11-21T09:00:00+01:00' })
    expect(clockOf(environment)().toString()).toBe('2026-11-21T08:00:00Z')
    expect(clockOf(readEnvironment({}))().epochMilliseconds).toBeGreaterThan(Date.parse('2026-01-01'))
  })
})
