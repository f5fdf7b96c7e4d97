import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIContext } from 'astro'
import { expect, onTestFinished, test, vi } from 'vitest'
import { countCoordinators } from '#db/staff.ts'
import { answerHosted } from '#server/hosts/hosted.ts'
import { fileHeaders, writePolicies } from '#server/hosts/protect.ts'
import { policyOf } from '#server/static-file.ts'
import { emptyPostgres } from '../db/databases.ts'
import { writeSmallSite } from './small-site.ts'

const origin = 'https://parorende.fjordvik.example'
const settings = {
  MUNICIPALITY: 'fjordvik',
  PUBLIC_URL: origin,
  PUSTEROM_KEY: Buffer.alloc(32, 7).toString('base64'),
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'ikke-svar@fjordvik.example',
  SCHEDULE_SECRET: 'a'.repeat(32),
  PUSTEROM_NOW: '',
}

/** As Astro calls the middleware in a function: nobody has opened anything. */
function ask(init: RequestInit = {}, draw?: (locals: App.Locals) => Promise<Response>) {
  const request = new Request(`${origin}/bli-frivillig/`, init)
  const context = {
    request,
    url: new URL(request.url),
    locals: {},
    routePattern: '/bli-frivillig',
    rewrite: async ({ url }: Request) => new Response(`the page of ${new URL(url).pathname}`),
  } as unknown as APIContext
  const next = async () => new Response()
  return answerHosted(context, next, async () => (await draw?.(context.locals)) ?? new Response('drawn'))
}

async function setUp(more: Record<string, string>) {
  for (const [name, value] of Object.entries({ ...settings, ...more })) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const lines: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
  onTestFinished(() => spy.mockRestore())
  return lines
}

test('a function without PostgreSQL says so in its log, and answers 500', async () => {
  const lines = await setUp({ DATABASE_URL: '' })
  expect((await ask()).status).toBe(500)
  expect(lines.join()).toContain('DATABASE_URL: required on a serverless host')
})

test('a function opens by itself, also after it could not, and keeps no connection', async () => {
  await setUp({ DATABASE_URL: await emptyPostgres() })
  let runtime: App.Locals['runtime']
  const answer = await ask({}, async (locals) => {
    runtime = locals.runtime
    return new Response(String(runtime && (await countCoordinators(runtime.db))))
  })
  expect([answer.status, await answer.text()]).toEqual([200, '0'])
  expect(answer.headers.get('strict-transport-security')).toContain('max-age')
  await expect(runtime && countCoordinators(runtime.db)).rejects.toThrow(/destroyed/)
})

test('a function refuses what our own server refuses, in the same words', async () => {
  await setUp({ DATABASE_URL: await emptyPostgres() })
  const long = new Blob(['a'.repeat(70_000)]).stream()
  const tooLong = await ask({ method: 'POST', body: long, duplex: 'half' } as RequestInit)
  expect([tooLong.status, await tooLong.text()]).toEqual([413, 'the page of /feil/413/'])
  const other = await ask({ method: 'PUT' })
  expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  const body = await ask({ method: 'POST', body: 'a=1' }, async () => new Response(null, { status: 429 }))
  expect([body.status, await body.text()]).toEqual([429, 'the page of /feil/429/'])
})

test('a built page carries the policy that our own server would send', async () => {
  const client = join(await writeSmallSite(), 'client')
  const file = join(client, 'barn/index.html')
  const before = await readFile(file, 'utf8')
  expect(await writePolicies(client)).toBeGreaterThan(3)
  const [meta = '', policy] =
    /<meta http-equiv="content-security-policy" content="([^"]+)">/.exec(await readFile(file, 'utf8')) ?? []
  expect(`${policy}; frame-ancestors 'none'`).toBe(policyOf(before))
  expect((await readFile(file, 'utf8')).replace(meta, '')).toBe(before)
  expect(fileHeaders(new URL(origin))).toMatchObject({
    'x-frame-options': 'DENY',
    'strict-transport-security': 'max-age=31536000',
  })
})
