import { describe, expect, test } from 'vitest'
import type { Answer } from '#forms/answer.ts'
import { isSamePerson } from '#forms/same-person.ts'

const answers = (record: Record<string, string | null>): Answer[] =>
  Object.entries(record).map(([kind, value]) => ({ key: kind, kind, question: '', value, text: value ?? '' }))
const solveig = { name: 'Solveig Fjordnes', phone: '412 34 567', email: null, area: 'Åsen' }

describe('changed answers', () => {
  test.each([
    ['another area', { ...solveig, area: 'Sentrum' }],
    ['a corrected name', { ...solveig, name: 'Solveig Fjordnes-Vik' }],
    ['a corrected phone', { ...solveig, phone: '412 34 568' }],
    ['an address as well', { ...solveig, email: 'solveig@fjordvik.example' }],
    [
      'the same name with other capitals, and an address for the phone',
      { ...solveig, name: 'solveig  FJORDNES', phone: null, email: 'x@fjordvik.example' },
    ],
  ])('with %s are the same person’s', (_title, changed) => {
    expect(isSamePerson(answers(solveig), answers(changed))).toBe(true)
  })

  test('with another name and another phone are somebody else’s', () => {
    expect(
      isSamePerson(answers(solveig), answers({ ...solveig, name: 'Torgunn', phone: '412 99 888' })),
    ).toBe(false)
    expect(isSamePerson(answers(solveig), answers({ ...solveig, name: 'Torgunn', phone: null }))).toBe(false)
  })

  test('of a form that asks for neither are a change', () => {
    expect(isSamePerson(answers({ topic: 'Søvn' }), answers({ topic: 'Sorg' }))).toBe(true)
  })
})
