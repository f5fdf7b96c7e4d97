import { expect, test } from 'vitest'
import { checkFolder } from '#editing/check-folder.ts'
import { findUndrawn } from '#editing/undrawn.ts'
import { page } from './asking.ts'

test('a page that could not be drawn is named by its text, and one of no text by its address', () => {
  const said = `Error: expected a place, got none
    at draw (/srv/dist/chunk.mjs:1:2)
/rettigheter/avlastning/: expected a place, got none
/tilbud/: expected a place, got none`
  const stops = findUndrawn(said, new Map([[page, '---\ntitle: Avlastning\n---\n']]), 'fjordvik')
  expect(stops.map(({ title, path }) => ({ title, path }))).toEqual([
    { title: 'Avlastning', path: page },
    { title: '/tilbud/', path: '' },
  ])
  expect(stops[0]?.message).toMatch(/^siden kan ikke lages/)
})

test('what a text names and an upgrade took away is said', () => {
  const files = ['content/resources/nav.yaml', 'content/laws/hol.yaml', page]
  const texts = new Map(
    files.map((path) => [path, '---\ntitle: A\n---\n<Contact id="nav" /> <Contact id="bar" />\n']),
  )
  const [stop] = findUndrawn('/rettigheter/avlastning/: expected a place, got none', texts, 'fjordvik')
  expect(stop?.message).toBe('tilbudet «bar» finnes ikke. Velg et annet')
})

test('texts that all fit are looked through for the page that a build stopped at', async () => {
  expect(await checkFolder('content', 'fjordvik', 'exit code 1')).toEqual([])
  expect(await checkFolder('content', 'fjordvik', '/kafe/asen/: expected a place')).toMatchObject([
    { path: 'content/municipalities/fjordvik/cafes/asen.yaml' },
  ])
})
