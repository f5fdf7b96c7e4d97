import { expect, test } from 'vitest'
import { choosePictureByKey } from '../../../admin/picture-keys.ts'

/** Somebody presses a key where she has walked to, in the library or elsewhere. */
function press(key: string, isPicture: boolean) {
  const done: string[] = []
  const target = {
    matches: () => isPicture,
    querySelector: () => ({ click: () => done.push('chosen') }),
  }
  choosePictureByKey({ key, target, preventDefault: () => done.push('kept') } as unknown as KeyboardEvent)
  return done
}

test('a picture is chosen with Enter or with the space bar, which then scrolls nothing', () => {
  expect(press('Enter', true)).toEqual(['kept', 'chosen'])
  expect(press(' ', true)).toEqual(['kept', 'chosen'])
})

test('other keys and other places are as they were', () => {
  expect(press('Tab', true)).toEqual([])
  expect(press('Enter', false)).toEqual([])
})
