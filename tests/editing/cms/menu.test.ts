import { expect, test } from 'vitest'
import { openTexts } from '#editing/cms/texts.ts'
import { groups } from '#editing/kinds.ts'
import { titleOf } from '#editing/title.ts'
import { groupHeadings } from '../../../admin/groups.ts'
import { configOf, files } from './site.ts'

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

test('a flyer is called by its name, for its heading has blanks and may be that of another', () => {
  const path = 'flyers/kafe-etter-pa.yaml'
  const [text, name] = [files.get(path) ?? '', 'Kafé Etter-På, invitasjon']
  expect(text).toContain('\ntitle: Kom på kafé\n')
  expect(collections.find((each) => each.name === 'flyers')?.identifier_field).toBe('name')
  expect(openTexts(files).titleOf(path)).toBe(name)
  expect(titleOf(`content/${path}`, text)).toBe(name)
})
