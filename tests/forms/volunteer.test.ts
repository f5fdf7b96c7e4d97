import { describe, expect, test } from 'vitest'
import { answerForm } from '#forms/answer.ts'
import { readFields } from '#forms/fields.ts'
import { viewForm } from '#forms/view.ts'
import { workOf } from '../work.ts'
import { fields, solveig, volunteerForm } from './fjordvik.ts'

const form = volunteerForm()
const answersTo = (record: Parameters<typeof fields>[0], asked = form) => {
  const result = answerForm(asked, fields(record))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return Object.fromEntries(result.answers.map((each) => [each.key, each.text]))
}
const problemsOf = (record: Parameters<typeof fields>[0], asked = form) => {
  const result = answerForm(asked, fields(record))
  return 'problems' in result ? Object.fromEntries(result.problems.map((each) => [each.key, each.text])) : {}
}

describe('The volunteer form', () => {
  test('keeps each answer with the question as it was asked', () => {
    expect(answerForm(form, fields(solveig))).toEqual({
      answers: [
        {
          key: 'name',
          kind: 'name',
          question: 'Hva heter du?',
          value: 'Solveig Fjordnes',
          text: 'Solveig Fjordnes',
        },
        { key: 'phone', kind: 'phone', question: 'Telefon', value: '+4741234567', text: '412 34 567' },
        { key: 'email', kind: 'email', question: 'E-post', value: null, text: '' },
        {
          key: 'area',
          kind: 'area',
          question: 'Hvor i kommunen kan du hjelpe?',
          value: 'Åsen',
          text: 'Åsen',
        },
      ],
    })
  })

  test('says what to do when nothing is filled in, in the order of the form', () => {
    expect(Object.entries(problemsOf({}))).toEqual([
      ['name', 'Skriv navnet ditt'],
      ['phone', 'Skriv telefonnummer eller e-post, så vi kan svare deg'],
      ['area', 'Si hvor du kan hjelpe'],
    ])
  })

  test('takes a phone number or an e-mail address, and complains once when the one given is wrong', () => {
    expect(answersTo({ ...solveig, phone: '', email: 'solveig@fjordvik.example' }).email).toBe(
      'solveig@fjordvik.example',
    )
    expect(problemsOf({ ...solveig, phone: '12' })).toEqual({ phone: expect.stringContaining('8 sifre') })
    expect(problemsOf({ ...solveig, email: 'solveig@fjordvik' })).toEqual({
      email: expect.stringContaining('navn@eksempel.no'),
    })
  })

  test('asks for the area in the municipality’s own words, or freely where it has none', () => {
    expect(viewForm(form, 'k').questions.find((each) => each.name === 'area')?.control).toMatchObject({
      shape: 'options',
    })
    expect(problemsOf({ ...solveig, area: 'Månen' })).toEqual({ area: 'Velg et av områdene på listen' })
    const open = volunteerForm([])
    expect(viewForm(open, 'k').questions.find((each) => each.name === 'area')?.control).toMatchObject({
      shape: 'line',
    })
    expect(answersTo({ ...solveig, area: 'Bortenfor Åsen' }, open).area).toBe('Bortenfor Åsen')
  })

  test.each([
    ['41234567', '412 34 567'],
    ['+47 62 56 30 10', '62 56 30 10'],
    ['0047 412.34.567', '412 34 567'],
    ['４１２ ３４ ５６７', '412 34 567'],
    ['+46 70-123 45 67', '+46701234567'],
    ['+44 (0)20 7946 0000', '+442079460000'],
  ])('reads the phone number %s', (typed, text) => {
    expect(answersTo({ ...solveig, phone: typed }).phone).toBe(text)
  })

  test.each(['1234567', '123456789', 'ring meg', '+47 1234', '+1234567890123456', '112'])(
    'refuses %s as a phone number',
    (typed) => {
      expect(problemsOf({ ...solveig, phone: typed })).toHaveProperty('phone')
    },
  )

  test.each(["Åse-Marié Ø'Næss <script>", '李小龍', 'محمد', 'Ngọc Ánh', 'O’Brien, Jr.', 'Ørjan 👩‍👩‍👧', 'X'])(
    'takes the name %s as it is',
    (name) => {
      expect(answersTo({ ...solveig, name }).name).toBe(name.normalize('NFC'))
    },
  )

  test('strips controls and invisible marks, and what is then nothing counts as not filled in', () => {
    expect(answersTo({ ...solveig, name: ' A\u030ase\u0000\u202e\r\nBcc: x@y.example\u200b ' }).name).toBe(
      'Åse Bcc: x@y.example',
    )
    expect(problemsOf({ ...solveig, name: '\u200b\u0007 ' })).toEqual({ name: 'Skriv navnet ditt' })
  })

  test('counts letters, not bytes, and says how many are allowed', () => {
    expect(answersTo({ ...solveig, name: '👩‍👩‍👧'.repeat(100) }).name).toHaveLength(800)
    expect(problemsOf({ ...solveig, name: 'å'.repeat(151) })).toEqual({
      name: 'Skriv kortere: høyst 150 tegn. Nå er det 151',
    })
  })

  test('never looks at fields that it does not ask for, and takes the first of a field sent twice', () => {
    const sent = readFields(
      'application/x-www-form-urlencoded;charset=UTF-8',
      '__proto__=x&constructor=y&toString=z&name=&name=Solveig&name=Kari&phone=41234567&area=%C3%85sen&role=admin',
    )
    expect(answerForm(form, sent)).toMatchObject({
      answers: [{ value: 'Solveig' }, {}, {}, { value: 'Åsen' }],
    })
    const json = readFields(
      'application/json',
      '{"__proto__":{"name":"x"},"name":["Solveig"],"phone":41234567,"area":"Åsen"}',
    )
    expect(answerForm(form, json)).toMatchObject({
      answers: [{ value: 'Solveig' }, { value: '+4741234567' }, {}, {}],
    })
    expect({}).not.toHaveProperty('name')
  })

  test('is sent as urlencoded fields or JSON only', () => {
    for (const type of ['multipart/form-data; boundary=x', 'text/plain', '', null])
      expect(() => readFields(type, 'name=x'), String(type)).toThrow(expect.objectContaining({ status: 415 }))
    for (const body of ['', '[]', 'null', '"x"', '{'])
      expect(() => readFields('application/json', body), body).toThrow(
        expect.objectContaining({ status: 400 }),
      )
  })
})

test.each(['1 ', '010190 12345 ', '٣', 'å', ' ', '\u00a0x', '\n', 'a@', 'a.', '👩‍👩‍👧', '\u0301', '+', '<'])(
  'As much of %j as a body may hold is read in a moment, in every field',
  async (piece) => {
    const text = `x${piece.repeat(60_000 / piece.length)}x`
    for (const key of ['name', 'phone', 'email', 'area']) {
      const work = workOf(() => problemsOf({ ...solveig, [key]: text }, volunteerForm([])))
      expect(await work, key).toBeLessThan(1500)
    }
  },
)
