import { expect, test } from 'vitest'
import { createDrawer } from '#paper/flyer/drawer.ts'

const limits = { remembered: 2, perMinute: 3 }
const bytes = (name: string) => new TextEncoder().encode(name)

test('one flyer is drawn at a time, each once, and the ones asked for last are remembered', async () => {
  const drawer = createDrawer(limits)
  const drawn: string[] = []
  let atOnce = 0
  const ask = (name: string, now = 0) =>
    drawer(
      name,
      async () => {
        atOnce += 1
        expect(atOnce).toBe(1)
        await new Promise((done) => setTimeout(done, 5))
        atOnce -= 1
        drawn.push(name)
        return bytes(name)
      },
      now,
    )
  expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['a', 'b', 'a'].map(bytes))
  await ask('c')
  await ask('a', 60_000)
  await ask('b', 60_000)
  expect(drawn).toEqual(['a', 'b', 'c', 'b'])
})

test('whoever asks for more than there is time for waits a minute, and gets what is drawn already', async () => {
  const drawer = createDrawer(limits)
  const ask = (name: string, now: number) => drawer(name, async () => bytes(name), now)
  for (const name of ['a', 'b', 'c']) expect(await ask(name, 0)).toEqual(bytes(name))
  expect(ask('d', 59_999)).toBeUndefined()
  expect(await ask('c', 59_999)).toEqual(bytes('c'))
  expect(await ask('d', 60_000)).toEqual(bytes('d'))
})

test('a drawing that failed is tried again', async () => {
  const drawer = createDrawer(limits)
  await expect(drawer('a', () => Promise.reject(new Error('no font')), 0)).rejects.toThrow('no font')
  expect(await drawer('a', async () => bytes('a'), 0)).toEqual(bytes('a'))
})
