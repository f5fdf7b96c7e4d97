import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isCurrent, menu, more } from '../../../src/components/staff/menu.ts'

const lines = [...menu, ...more]

test.each(lines)('$label leads to a page that is there', ({ href }) => {
  const page = `src/pages${href.replace(/\/$/, '')}`
  expect([`${page}/index.astro`, `${page}.astro`].some(existsSync)).toBe(true)
})

test('no page stands twice in the menu', () => {
  expect(new Set(lines.map(({ href }) => href)).size).toBe(lines.length)
})

test('a page below another marks it as the current one, and the front page marks only itself', () => {
  expect(isCurrent('/koordinator/post/', '/koordinator/post/1')).toBe(true)
  expect(isCurrent('/koordinator/', '/koordinator')).toBe(true)
  expect(isCurrent('/koordinator/', '/koordinator/post/')).toBe(false)
})
