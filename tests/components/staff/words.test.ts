import { expect, test } from 'vitest'
import { gatherByPage } from '../../../src/components/staff/by-page.ts'
import { wordsAfter } from '../../../src/components/staff/done.ts'
import { gatherActs } from '../../../src/components/staff/gather-acts.ts'
import { sayProblem } from '../../../src/components/staff/mail-words.ts'
import { cut, pageOf } from '../../../src/components/staff/page.ts'

const after = (query: string) => wordsAfter(new URLSearchParams(query))

test('an address can say what was done only with our own words', () => {
  expect(after('gjort=slettet')).toEqual({ text: 'Innsendingen er slettet.', done: true })
  expect(after('ikke=endret')).toMatchObject({ done: false })
  for (const query of ['', 'gjort=Ring+dette+nummeret', 'gjort=toString', 'gjort=__proto__'])
    expect(after(query)).toBeUndefined()
})

test('what somebody did several times in a row on one day is one line', () => {
  const read = (at: string, who = 'Kari') => ({ at: `2026-11-${at}:00.000Z`, what: 'Lest', who })
  const acts = [
    read('21T09:00'),
    read('21T08:00'),
    read('20T08:00'),
    read('20T07:00', 'Ola'),
    read('20T06:00'),
  ]
  expect(gatherActs(acts).map(({ at, who, times }) => [at.slice(8, 16), who, times])).toEqual([
    ['21T09:00', 'Kari', 2],
    ['20T08:00', 'Kari', 1],
    ['20T07:00', 'Ola', 1],
    ['20T06:00', 'Kari', 1],
  ])
})

test('a list of 51 has two pages, and a number that is none is the first', () => {
  const rows = Array.from({ length: 51 }, (_, index) => index)
  const page = pageOf(new URLSearchParams())
  expect(page).toMatchObject({ page: 1, limit: 51, offset: 0 })
  expect(cut(rows, page)).toEqual({ rows: rows.slice(0, 50), hasOlder: true })
  expect(pageOf(new URLSearchParams('side=2'))).toMatchObject({ page: 2, offset: 50 })
  for (const side of ['0', '-1', '1e9', '<b>', '99999999'])
    expect(pageOf(new URLSearchParams({ side })).page).toBe(1)
})

test('our own mail server is not mistaken for that of the recipient', () => {
  expect(sayProblem('EAUTH 535')).toContain('vår egen')
  expect(sayProblem('EENVELOPE 550')).toContain('Adressen kan være feil')
  expect(sayProblem('EENVELOPE 451')).toContain('bedre senere')
  expect(sayProblem('ETIMEDOUT')).toContain('ikke svar')
})

test('the page that most have something to say about stands first', () => {
  const said = (path: string, text: string) => ({
    reference: 'K7M3XWAH',
    changedAt: '2026-11-21T08:00:00.000Z',
    answers: [
      { key: 'page', kind: 'sitePage', question: 'Siden', value: path || null, text: path && `Om ${path}` },
      { key: 'message', kind: 'longText', question: 'Hva?', value: text, text },
    ],
  })
  const pages = gatherByPage([said('', 'a'), said('/kafe/', 'b'), said('/kafe/', 'c')])
  expect(pages.map(({ path, title }) => [path, title])).toEqual([
    ['/kafe/', 'Om /kafe/'],
    [undefined, 'Ikke om en bestemt side'],
  ])
  expect(pages[0]?.messages.map(({ text }) => text)).toEqual(['b', 'c'])
})
