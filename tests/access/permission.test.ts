import { expect, test } from 'vitest'
import { decide, homeOf } from '#access/permission.ts'

const spellings = [
  '/koordinator',
  '/koordinator/',
  '/koordinator/innsending/1',
  '//koordinator/',
  '/koordinator//',
  '/%6boordinator/',
  '/%256boordinator/',
  '/koordinator%2Finnsending',
  '/Koordinator/',
  '/\\koordinator/',
]

test.each(spellings)('%s needs a session', (path) => {
  expect(decide(path, undefined)).toBe('sign-in')
})

test.each(spellings)('%s does not exist for an editor', (path) => {
  expect(decide(path, 'editor')).toBe('hidden')
})

test.each(['coordinator', 'deputy', 'reader'] as const)('%s may see what people send', (role) => {
  expect(decide('/koordinator/', role)).toBe('open')
})

test.each(['/', '/bli-frivillig/', '/logg-inn/', '/logg-inn/bekreft/', '/koordinatorer/', '/%'])(
  '%s is open to all',
  (path) => {
    expect(decide(path, undefined)).toBe('open')
  },
)

test('every role with a part of the site starts there, and an editor nowhere yet', () => {
  expect(homeOf('coordinator')).toBe('/koordinator/')
  expect(homeOf('reader')).toBe('/koordinator/')
  expect(homeOf('editor')).toBeUndefined()
})
