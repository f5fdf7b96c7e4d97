import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSmallSite } from './small-site.ts'

const inOperation = {
  PUBLIC_URL: 'https://parorende.hamar.example',
  PUSTEROM_KEY: Buffer.alloc(32, 7).toString('base64'),
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'ikke-svar@hamar.example',
}

let folder: string
let dataFolder: string
beforeAll(async () => {
  folder = await writeSmallSite()
  dataFolder = await mkdtemp(join(tmpdir(), 'process-'))
})
afterAll(() => Promise.all([folder, dataFolder].map((each) => rm(each, { recursive: true, force: true }))))

/** `npm run serve` on the small site. */
function start(
  variables: Record<string, string>,
  program = process.execPath,
  script = ['src/commands/serve.ts'],
) {
  const child = spawn(program, [...script, folder], {
    env: { PORT: '0', PUSTEROM_DATA: join(dataFolder, variables.MUNICIPALITY ?? 'hamar'), ...variables },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const port = async () => {
    while (!said.out.includes('"serving"')) {
      const event = await Promise.race([once(child.stdout, 'data'), ended])
      if (!Array.isArray(event)) throw new Error(`expected a server, got:\n${said.err}`)
    }
    return Number(/"port":(\d+)/.exec(said.out)?.[1])
  }
  return { child, said, ended, port }
}

describe('a process', () => {
  test('tells a newcomer where the site is, where mail goes and how to add a coordinator', async () => {
    const { child, said, ended, port } = start({})
    const address = `http://localhost:${await port()}`
    await expect.poll(() => said.err).toContain('Ctrl-C')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(said.err).toContain(address)
    expect(said.err).toContain(join(dataFolder, 'hamar', 'mail'))
    expect(said.err).toContain('npm run staff -- add')
    for (const line of said.out.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes what is in flight on %s and ends with 0',
    async (signal) => {
      const { child, said, ended, port } = start({})
      const origin = `http://127.0.0.1:${await port()}`
      const slow = fetch(`${origin}/treg/`)
      // What was asked first is in flight when what is asked next is answered.
      await fetch(origin)
      child.kill(signal)
      expect(await (await slow).text()).toBe('ferdig')
      expect(await ended).toBe(0)
      expect(said.out).toContain(`"signal":"${signal}"`)
    },
  )

  test('hears SIGTERM through npm, which tells only the shell that it started', async () => {
    const PATH = process.env.PATH ?? ''
    const { child, said, ended, port } = start({ PATH }, 'npm', ['run', '--silent', 'serve', '--'])
    const origin = `http://127.0.0.1:${await port()}`
    child.kill('SIGTERM')
    // A server that heard nothing would go on for ever, and keep the test from ending.
    const timer = setTimeout(() => child.stdout.destroy(), 30_000)
    expect(await ended).toBe(0)
    clearTimeout(timer)
    expect(said.out).toContain('"signal":"SIGTERM"')
    await expect(fetch(origin)).rejects.toThrow()
  })

  test('in operation is not ready until somebody can receive what people send', async () => {
    const { child, ended, port } = start({ ...inOperation, PUSTEROM_DATA: join(dataFolder, 'in-operation') })
    const answer = await fetch(`http://127.0.0.1:${await port()}/readyz`)
    child.kill('SIGTERM')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({
      status: 'down',
      checks: { database: 'ok', coordinator: expect.stringContaining('npm run staff -- add') },
    })
    expect(await ended).toBe(0)
  })
})

describe('a process that cannot start says why, without a stack trace, and ends with 1', () => {
  const refusal = async (variables: Record<string, string>) => {
    const { said, ended } = start(variables)
    expect(await ended).toBe(1)
    expect(said.err).not.toMatch(/^\s+at /m)
    return said.err
  }

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    expect(await refusal({ PORT: String((other.address() as AddressInfo).port) })).toContain(
      'PORT: expected a free port',
    )
    other.close()
  })

  test('when a variable is wrong', async () => {
    expect(await refusal({ PORT: 'http' })).toContain('PORT: expected a whole number')
    expect(await refusal({ PUBLIC_URL: 'https://a.example' })).toContain('PUSTEROM_KEY: required')
  })

  test('when there is no such municipality', async () => {
    expect(await refusal({ MUNICIPALITY: 'atlantis' })).toContain('MUNICIPALITY: expected a folder')
  })

  test('when the content, the data folder or the host is not what it should be', async () => {
    expect(await refusal({ PUSTEROM_CONTENT: join(dataFolder, 'nowhere') })).toContain(
      'PUSTEROM_CONTENT: expected a folder',
    )
    expect(await refusal({ PUSTEROM_DATA: resolve('package.json') })).toContain(
      'PUSTEROM_DATA: expected a folder',
    )
    expect(await refusal({ HOST: 'nowhere.invalid' })).toContain('HOST or DATABASE_URL: expected the name')
  })

  test('when PostgreSQL refuses', async () => {
    const address = process.env.PUSTEROM_TEST_POSTGRES ?? ''
    const atBase = (name: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href
    expect(await refusal({ DATABASE_URL: atBase('none') })).toContain(
      'DATABASE_URL: expected a database that is',
    )
    const stranger = Object.assign(new URL(address), { username: 'stranger' }).href
    expect(await refusal({ DATABASE_URL: stranger })).toContain('DATABASE_URL: expected a user')
  })

  test('when an invented municipality is to be put in operation', async () => {
    const said = await refusal({ ...inOperation, MUNICIPALITY: 'fjordvik' })
    expect(said).toContain('MUNICIPALITY: expected a real one')
  })

  test('when the database belongs to another municipality', async () => {
    const said = await refusal({ MUNICIPALITY: 'gjovik', PUSTEROM_DATA: join(dataFolder, 'hamar') })
    expect(said).toContain('MUNICIPALITY: expected hamar')
  })

  test('when nothing has been built', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'empty-'))
    const child = spawn(process.execPath, ['src/commands/serve.ts', empty], { env: { PORT: '0' } })
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    await rm(empty, { recursive: true })
  })
})
