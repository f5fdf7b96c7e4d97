import { expect, test } from 'vitest'
import { checkValues } from '#publish/yaml-values.ts'

test('a day that no calendar has is refused with its line, its field and the nearest day', () => {
  const text = `title: Kafé
rule:
  firstDate: 2026-02-30
exceptions:
  - kind: cancelled
    date: 2026-01-06
  - kind: extra
    date: 2026-13-01
updatedAt: 2027-02-29 12:00:00
`
  expect(checkValues(text)).toEqual([
    {
      line: 3,
      field: ['rule', 'firstDate'],
      message: '2026-02-30 finnes ikke i kalenderen. Nærmeste er lørdag 28. februar 2026 (2026-02-28)',
    },
    {
      line: 8,
      field: ['exceptions', 1, 'date'],
      message: '2026-13-01 finnes ikke i kalenderen. Nærmeste er tirsdag 1. desember 2026 (2026-12-01)',
    },
    {
      line: 9,
      field: ['updatedAt'],
      message: '2027-02-29 finnes ikke i kalenderen. Nærmeste er søndag 28. februar 2027 (2027-02-28)',
    },
  ])
})

test.each([
  'date: 2028-02-29',
  'text: Vi ses 2026-02-30 eller så.',
  // Quoted it is text, and the schema of the field sees it as it is.
  'date: "2026-02-30"',
  'phone: 90 90 48 48',
  'not: [yaml',
])('%s is left alone', (text) => {
  expect(checkValues(text)).toEqual([])
})

test('a page is read down to the end of its fields', () => {
  const page = '---\ntitle: Hei\nreviewBy: 2027-06-31\n---\n\nVi ses:\n\ndato: 2026-02-30\n'
  expect(checkValues(page)).toEqual([
    {
      line: 3,
      field: ['reviewBy'],
      message: '2027-06-31 finnes ikke i kalenderen. Nærmeste er onsdag 30. juni 2027 (2027-06-30)',
    },
  ])
})

test('a sign that nobody sees is found also where YAML has another way to write it', () => {
  const text = 'title: "Kaf\\xe9"\nplace:\n  name: "Sal \\0"\n  address: "Gata \\u202e1"\n"\\ud800": x\n'
  expect(checkValues(text).map(({ line, field }) => [line, ...field])).toEqual([
    [3, 'place', 'name'],
    [4, 'place', 'address'],
    [5, '\ud800'],
  ])
})
