import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from '#server/log.ts'

function logged(error: Error, messages: boolean): string {
  let line = ''
  const to = new Writable({
    write(chunk, _encoding, done) {
      line += String(chunk)
      done()
    },
  })
  createLog({ to, messages }).error({ err: error }, 'failed')
  return line
}

test('An error is logged by its kind and place; its words only on the machine of a developer', () => {
  const error = new RangeError('Kari Hemmelig')
  const { err } = JSON.parse(logged(error, false))
  expect(err.name).toBe('RangeError')
  expect(err.at[0]).toContain('log.test.ts')
  expect(logged(error, false)).not.toContain('Kari')
  expect(logged(error, true)).toContain('Kari Hemmelig')
})

test('Words that look like a place in the code are words', () => {
  const line = logged(new Error('first line\n    at Kari Hemmelig (12345678901)'), false)
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('Kari')
})
