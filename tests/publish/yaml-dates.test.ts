import { expect, test } from 'vitest'
import { checkDates } from '#publish/yaml-dates.ts'

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
  expect(checkDates(text)).toEqual([
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
  expect(checkDates(text)).toEqual([])
})

test('a page is read down to the end of its fields', () => {
  const page = '---\ntitle: Hei\nreviewBy: 2027-06-31\n---\n\nVi ses:\n\ndato: 2026-02-30\n'
  expect(checkDates(page)).toEqual([
    {
      line: 3,
      field: ['reviewBy'],
      message: '2027-06-31 finnes ikke i kalenderen. Nærmeste er onsdag 30. juni 2027 (2027-06-30)',
    },
  ])
})
