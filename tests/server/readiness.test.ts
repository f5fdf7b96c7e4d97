import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { diskCheck } from '#server/disk.ts'
import { type Check, readiness } from '#server/readiness.ts'

const check = (name: string, weight: Check['weight'], look: Check['look']): Check => ({ name, weight, look })
const well = async () => undefined

test('all is well when every check says nothing', async () => {
  expect(await readiness([check('database', 'down', well)])).toEqual({
    status: 'ready',
    checks: { database: 'ok' },
  })
})

test('mail that waits degrades the site and does not take it down', async () => {
  const checks = [check('database', 'down', well), check('mail', 'degraded', async () => '3 waiting')]
  expect(await readiness(checks)).toEqual({
    status: 'degraded',
    checks: { database: 'ok', mail: '3 waiting' },
  })
})

test('the worst decides', async () => {
  const checks = [
    check('mail', 'degraded', async () => 'late'),
    check('database', 'down', async () => 'gone'),
  ]
  expect((await readiness(checks)).status).toBe('down')
})

test('a check that fails or hangs does not answer', async () => {
  const fails = check('database', 'down', () => Promise.reject(new Error('password in here')))
  const hangs = check('mail', 'degraded', () => new Promise(() => {}))
  expect(await readiness([fails, hangs], 50)).toEqual({
    status: 'down',
    checks: { database: 'does not answer', mail: 'does not answer' },
  })
})

test('a disk with little room asks for a person before it is full, and a folder that is gone does', async () => {
  expect(await readiness([diskCheck(tmpdir(), 0)])).toMatchObject({ status: 'ready' })
  const { status, checks } = await readiness([diskCheck(tmpdir(), Number.POSITIVE_INFINITY)])
  expect(status).toBe('degraded')
  expect(checks.disk).toMatch(/^\d+ MB free for the data folder/)
  const gone = await readiness([diskCheck('/no/such/folder')])
  expect(gone).toEqual({ status: 'degraded', checks: { disk: 'does not answer' } })
})
