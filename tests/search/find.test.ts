import { describe, expect, test } from 'vitest'
import { createEngine } from '#search/engine.ts'
import { type SearchPage, toEntries } from '#search/entry.ts'
import { find } from '#search/find.ts'
import { toRegister } from '#search/register.ts'
import type { SearchWords } from '#search/words.ts'

/** Pages of Fjordvik, which does not exist. */
const page = (path: string, title: string, more: Partial<SearchPage> = {}): SearchPage => ({
  path,
  title,
  part: '',
  situation: '',
  description: '',
  searchWords: [],
  headings: [],
  body: '',
  ...more,
})
const pages = [
  page('/avlastning/', 'Avlastning', {
    searchWords: ['pause', 'Fjordferie'],
    body: 'Du kan få fri fra omsorgen.',
  }),
  page('/stonad/', 'Omsorgsstønad', { body: 'Kommunen kan betale stønad. Spør om kateter og annet utstyr.' }),
  page('/kafe/', 'Pårørendekafé', { description: 'En kafé i Fjordvik.' }),
  page('/barn/dod/', 'Når noen dør', { part: 'Barn' }),
  page('/dod/', 'Når noen dør'),
  page('/aal/', 'Ål og ørret', { searchWords: ['æresbevisning'] }),
]
const words: SearchWords = {
  ignored: ['jeg', 'får', 'når', 'noen', 'og', 'kan'],
  same: [['avlastning', 'avløysing']],
  means: [{ words: ['penger', 'gryn'], finds: ['stønad'] }],
  pages: [{ path: '/kafe/', words: ['møteplass'] }],
}
const entries = toEntries(pages, words)
const bodies = new Map(pages.map(({ path, body }) => [path, body]))
const server = createEngine({ entries, words }, bodies)
const browser = createEngine({ entries, words })
const ask = (query: string, engine = server) => find(engine, query).map(({ path }) => path)

describe('a page is found', () => {
  test.each([
    ['its title', 'avlastning', '/avlastning/'],
    ['its title in another form', 'avlastningene', '/avlastning/'],
    ['the beginning of a word', 'avlas', '/avlastning/'],
    ['a word with a wrong letter', 'avlasnting', '/avlastning/'],
    ['a search word', 'pause', '/avlastning/'],
    ['dialect', 'avløysinga', '/avlastning/'],
    ['the last part of a compound', 'stønad', '/stonad/'],
    ['an everyday word', 'gryn', '/stonad/'],
    ['a word that the list gives it', 'møteplassen', '/kafe/'],
    ['letters of another keyboard', 'paaroerendekafe', '/kafe/'],
  ])('by %s', (_, query, path) => {
    expect(ask(query)[0]).toBe(path)
    expect(ask(query, browser)[0]).toBe(path)
  })

  test('by its body in the server alone, and then only as it is spelt', () => {
    expect(ask('kateter')).toEqual(['/stonad/'])
    expect(ask('kateter', browser)).toEqual([])
    expect(ask('katetr')).toEqual([])
  })

  test('and what is for children comes after what is for all', () => {
    expect(ask('dør')).toEqual(['/dod/', '/barn/dod/'])
  })
})

describe('nothing is found', () => {
  test.each(['', '   ', 'jeg får', 'pizza', 'pizza med ananas og avlastning', '<b>', '(', '\\', '*'])(
    'for «%s»',
    (query) => {
      expect(ask(query)).toEqual([])
    },
  )

  test('for a question that is cut before its sense begins', () => {
    expect(ask(`${'x'.repeat(100)} avlastning`)).toEqual([])
  })
})

describe('from A to Å', () => {
  const register = toRegister(pages, 2)
  const lines = register.flatMap(({ lines }) => lines)

  test('letters stand in the Norwegian order, where Æ, Ø and Å come last', () => {
    expect(register.map(({ letter }) => letter)).toEqual(['A', 'F', 'N', 'O', 'P', 'Æ', 'Å'])
  })

  test('a word says which page it leads to, and equal titles are told apart', () => {
    expect(lines).toContainEqual({ text: 'Pause', href: '/avlastning/', title: 'Avlastning' })
    expect(lines).toContainEqual({ text: 'Når noen dør (barn)', href: '/barn/dod/' })
  })
})
