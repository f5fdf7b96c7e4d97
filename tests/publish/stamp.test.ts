import { expect, test } from 'vitest'
import { isSameSource, stampOf } from '#publish/stamp.ts'

const programOf = async (variables: Record<string, string>) =>
  (await stampOf({ MUNICIPALITY: 'fjordvik', ...variables }, '2026-11-21')).program

test('what is said of volunteers is no other source, so that a refused build is not drawn again with another line', async () => {
  const of = (line?: string) =>
    stampOf({ MUNICIPALITY: 'fjordvik', ...(line && { PUBLIC_LINE: line }) }, '2026-11-21')
  expect(await of()).toEqual(await of('none'))
  expect((await of('free')).line).toBe('free')
  expect(isSameSource(await of('free'), await of('needed'))).toBe(true)
})

test('a site without a public address is another on another port, for its feeds name the port', async () => {
  expect(await programOf({ PORT: '4321' })).toBe(await programOf({ PORT: '4321' }))
  expect(await programOf({ PORT: '4321' })).not.toBe(await programOf({ PORT: '4322' }))
})

test('behind a public address every process serves the same site, whatever its port', async () => {
  const PUBLIC_URL = 'https://parorende.fjordvik.example'
  expect(await programOf({ PUBLIC_URL, PORT: '4321' })).toBe(await programOf({ PUBLIC_URL, PORT: '4322' }))
  expect(await programOf({ PUBLIC_URL })).not.toBe(await programOf({ PUBLIC_URL: 'https://a.example' }))
})
