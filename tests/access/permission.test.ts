import { expect, test } from 'vitest'
import { decide, homeOf, isStaffPath, roles } from '#access/permission.ts'

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

test.each(['coordinator', 'deputy'] as const)('%s may see what people send, and act on it', (role) => {
  for (const path of ['/koordinator/', '/koordinator/henvendelser/1/lukking/'])
    for (const method of ['GET', 'POST']) expect(decide(path, role, method), path).toBe('open')
})

test('a reader sees figures and dates, no people, and changes nothing', () => {
  for (const path of ['/koordinator/tall/', '/koordinator/kapasitet/', '/koordinator/kafe/etter-pa/']) {
    expect(decide(path, 'reader'), path).toBe('open')
    expect(decide(path, 'reader', 'POST'), path).toBe('hidden')
  }
  for (const path of ['/koordinator/', '/koordinator/frivillige/', '/koordinator/tallene/'])
    expect(decide(path, 'reader'), path).toBe('hidden')
})

test('what nobody has thought of is for those who do the work', () => {
  expect(decide('/koordinator/noe-nytt/', 'deputy', 'POST')).toBe('open')
  for (const role of ['editor', 'reader'] as const)
    expect(decide('/koordinator/noe-nytt/', role)).toBe('hidden')
})

test('any method but GET and HEAD is an act', () => {
  expect(decide('/koordinator/tall/', 'reader', 'HEAD')).toBe('open')
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'get'])
    expect(decide('/koordinator/tall/', 'reader', method), method).toBe('hidden')
})

test.each(['/koordinator/', '/Koordinator/tall', '/logg-inn/bekreft/', '/logg-ut', '/%6cogg-inn/'])(
  '%s belongs to those who work here',
  (path) => {
    expect(isStaffPath(path)).toBe(true)
  },
)

test.each(['/', '/koordinatorer/', '/kafe/logg-inn/'])('%s belongs to the public', (path) => {
  expect(isStaffPath(path)).toBe(false)
})

test.each(['/', '/bli-frivillig/', '/logg-inn/', '/logg-inn/bekreft/', '/koordinatorer/', '/%'])(
  '%s is open to all',
  (path) => {
    expect(decide(path, undefined)).toBe('open')
  },
)

test('every role starts at a page that it may see', () => {
  for (const role of roles) expect(decide(homeOf(role), role), role).toBe('open')
})
