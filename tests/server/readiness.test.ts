import { expect, test } from 'vitest'
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
