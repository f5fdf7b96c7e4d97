import { expect, test } from 'vitest'
import { createDrawer } from '#paper/flyer/drawer.ts'

const bytes = (name: string) => new TextEncoder().encode(name)

/** Somebody who asks a drawer of which each drawing takes a moment. */
function drawing(remembered?: number) {
  const drawer = createDrawer(remembered)
  const drawn: string[] = []
  let atOnce = 0
  const ask = (name: string, who = 'library') =>
    drawer(name, who, async () => {
      atOnce += 1
      expect(atOnce).toBe(1)
      await new Promise(setImmediate)
      atOnce -= 1
      drawn.push(name)
      return bytes(name)
    })
  return { ask, drawn }
}

test('one flyer is drawn at a time, each once, and the ones asked for last are remembered', async () => {
  const { ask, drawn } = drawing(2)
  expect(await Promise.all([ask('a'), ask('b'), ask('a', 'surgery')])).toEqual(['a', 'b', 'a'].map(bytes))
  await ask('c')
  await ask('a')
  await ask('b')
  expect(drawn).toEqual(['a', 'b', 'c', 'b'])
})

test('whoever asks for every flyer there is keeps nobody else waiting for more than one', async () => {
  const { ask, drawn } = drawing()
  const all = Array.from({ length: 760 }, (_, index) => `${index}`)
  const greedy = all.map((name) => ask(name, 'stranger'))
  expect(await ask('mine', 'library')).toEqual(bytes('mine'))
  expect(drawn).toEqual(['0', 'mine'])
  await Promise.all(greedy)
  await Promise.all([...all, 'mine'].map((name) => ask(name, 'surgery')))
  expect(drawn).toHaveLength(761)
})

test('a drawing that failed is tried again, and the next one does not wait for it', async () => {
  const drawer = createDrawer()
  const failed = drawer('a', 'library', () => Promise.reject(new Error('no font')))
  const next = drawer('b', 'library', async () => bytes('b'))
  await expect(failed).rejects.toThrow('no font')
  expect(await next).toEqual(bytes('b'))
  expect(await drawer('a', 'library', async () => bytes('a'))).toEqual(bytes('a'))
})
