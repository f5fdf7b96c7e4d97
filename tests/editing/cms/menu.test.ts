import { expect, test } from 'vitest'
import { groups } from '#editing/kinds.ts'
import { groupHeadings } from '../../../admin/groups.ts'
import { configOf } from './site.ts'

const { collections } = configOf('fjordvik')

test('no line of the menu is called as its heading, or as another line', () => {
  const labels = collections.map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
  expect(labels.filter((label) => Object.values<string>(groups).includes(label))).toEqual([])
})

test('each heading stands once, and the other languages last under one of their own', () => {
  const headings = [...groupHeadings(collections, groups).matchAll(/content:"(.*?)"/g)].map(
    ([, name]) => name,
  )
  expect(headings).toEqual(Object.values(groups))
  expect(collections.at(-1)?.label).toBe('Tilbud: English')
})
