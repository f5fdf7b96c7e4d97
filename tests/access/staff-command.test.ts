import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { compiled } from '../compiled.ts'

const program = resolve(import.meta.dirname, '../../src/commands/staff.ts')

function emptyEnvironment() {
  const folder = mkdtempSync(join(tmpdir(), 'pusterom-staff-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { ...compiled, PATH: process.env.PATH, PUSTEROM_DATA: folder, MUNICIPALITY: 'fjordvik' }
}

/** The command of one deployment, in processes of its own. */
function deployment(env = emptyEnvironment()) {
  return (...given: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...given], {
      env,
      encoding: 'utf8',
    })
    return { said: stdout + stderr, status }
  }
}

test('a coordinator is added, listed and removed', () => {
  const staff = deployment()
  expect(staff('list').said).toContain('Nobody works here yet')
  expect(staff('add', 'Kari Fjordheim', 'Kari@Fjordvik.example', '--role', 'coordinator')).toEqual({
    said: 'Added Kari Fjordheim <kari@fjordvik.example> as coordinator. Sign in at /logg-inn/ with this address.\n',
    status: 0,
  })
  expect(staff('list').said).toMatch(/^coordinator +Kari Fjordheim <kari@fjordvik.example>\n$/)
  expect(staff('remove', 'KARI@fjordvik.example')).toMatchObject({ status: 0 })
  expect(staff('list').said).toContain('Nobody works here yet')
})

test('a role is changed here, unless the provider of accounts gives it', () => {
  const env = emptyEnvironment()
  const staff = deployment(env)
  staff('add', 'Kari Fjordheim', 'kari@fjordvik.example', '--role', 'coordinator')
  expect(staff('change', 'kari@fjordvik.example', '--role', 'deputy')).toEqual({
    said: 'kari@fjordvik.example is deputy from the next page on.\n',
    status: 0,
  })
  expect(staff('list').said).toMatch(/^deputy +Kari/)
  expect(staff('change', 'ola@fjordvik.example', '--role', 'deputy').said).toContain(
    'somebody who works here',
  )
  const provider = { OIDC_ISSUER: 'https://login.fjordvik.example', OIDC_CLIENT_ID: 'pusterom' }
  expect(deployment({ ...env, ...provider })('remove', 'kari@fjordvik.example').said).toContain(
    'take it away there, too',
  )
})

test('a misspelt municipality leaves no database that belongs to it', () => {
  const env = emptyEnvironment()
  const misspelt = deployment({ ...env, MUNICIPALITY: 'fjordvk' })('list')
  expect(misspelt.said).toContain('MUNICIPALITY: expected a folder')
  expect(misspelt.status).toBe(1)
  expect(deployment(env)('list').status).toBe(0)
})

test('adding an address twice says whose it is expected not to be', () => {
  const staff = deployment()
  staff('add', 'Kari', 'kari@fjordvik.example', '--role', 'coordinator')
  const again = staff('add', 'Kari', 'kari@fjordvik.example', '--role', 'editor')
  expect(again.said).toBe('expected an address that nobody has yet, got kari@fjordvik.example\n')
  expect(again.status).toBe(1)
})

test.each([
  [[], 'expected add, change, list or remove, got nothing'],
  [['hire'], 'expected add, change, list or remove, got hire'],
  [['add', 'Kari'], 'expected a name and an e-mail address'],
  [['add', 'Kari', 'Fjordheim', 'kari@fjordvik.example'], 'the name in quotation marks'],
  [
    ['add', 'Kari', 'kari', '--role', 'editor'],
    'expected an e-mail address such as kari@kommune.no, got kari',
  ],
  [
    ['add', 'Kari', 'kari@fjordvik.example'],
    '--role: expected one of coordinator, deputy, editor, reader, got nothing',
  ],
  [['add', 'Kari', 'kari@fjordvik.example', '--role', 'boss'], 'got boss'],
  [['list', '--all'], "Unknown option '--all'"],
])('%j is explained, with the usage', (given, problem) => {
  const { said, status } = deployment()(...given)
  expect(said).toContain(problem)
  expect(said).toContain('npm run staff -- add NAME EMAIL --role coordinator|deputy|editor|reader')
  expect(said).not.toMatch(/\n\s+at /)
  expect(status).not.toBe(0)
})

test('removing somebody who is not here is an error', () => {
  const { said, status } = deployment()('remove', 'ola@fjordvik.example')
  expect(said).toBe('expected the e-mail address of somebody who works here, got ola@fjordvik.example\n')
  expect(status).toBe(1)
})

test('four who start at once on an empty folder share one key and one database', async () => {
  const env = emptyEnvironment()
  const names = ['Kari', 'Ola', 'Åse', 'Per']
  const add = (name: string) =>
    promisify(execFile)(
      process.execPath,
      [program, 'add', name, `${name}@fjordvik.example`, '--role', 'reader'],
      { env },
    )
  await Promise.all(names.map(add))
  const { said } = deployment(env)('list')
  for (const name of names) expect(said).toContain(name)
  expect(readdirSync(env.PUSTEROM_DATA).sort()).toEqual(['key', 'pusterom.sqlite'])
})
