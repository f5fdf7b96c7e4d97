import { expect, test } from 'vitest'
import { isAnother } from '../../../admin/leaving.ts'

const at = (place: string) => `https://pusterom.example/admin/#/collections/${place}`

test.each([
  ['another of the same list', 'cafes/entries/a', 'cafes/entries/b', true],
  ['one of another list', 'cafes/entries/a', 'rights/entries/a', true],
  ['one of another list, from a new one', 'notices/new', 'cafes/entries/a', true],
  ['itself, now that it is saved for the first time', 'notices/new', 'notices/entries/a', false],
  ['a copy of itself', 'notices/entries/a', 'notices/new?duplicate=true', false],
  ['the list', 'cafes/entries/a', 'cafes', false],
  ['a text, from the list', 'cafes', 'cafes/entries/a', false],
  ['itself', 'cafes/entries/a', 'cafes/entries/a?x=1', false],
])('from one text to %s', (_, before, after, another) => {
  expect(isAnother(at(before), at(after))).toBe(another)
})
