import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readActDay } from '#casework/act-day.ts'
import { readChoice } from '#casework/choice.ts'
import { readAddress, readNote } from '#casework/note.ts'
import type { ReferralContent, VolunteerContent } from '#casework/preferences.ts'
import { declineReasons } from '#casework/referral.ts'
import {
  homeLimits,
  referralFields,
  referralForm,
  referralFrom,
  sourceFrom,
} from '#casework/referral-form.ts'
import { volunteerFields, volunteerForm, volunteerFrom } from '#casework/volunteer-form.ts'
import { answerForm } from '#forms/answer.ts'
import { limits } from '#forms/choices.ts'
import type { Form } from '#forms/definition.ts'
import { volunteer } from '#forms/volunteer.ts'

const words = {
  form: 'volunteer',
  title: '',
  button: '',
  questions: {},
  rules: {},
} as unknown as Form['words']
const own: Form = { definition: volunteer, words, areas: ['Åsen', 'Sentrum'], retentionMonths: 12 }

const known: VolunteerContent = {
  name: 'Åse-Marié Ø’Næss',
  phone: '+4755500212',
  email: 'aase@fjordvik.example',
  area: 'Åsen',
  preferences: {
    times: ['mon-morning'],
    help: ['walk'],
    interests: ['music'],
    languages: ['se'],
    limits: ['pets'],
  },
  frida: 'F-1207',
}
const need: ReferralContent = {
  relative: { name: 'Torbjørg Myrdun', phone: '+4755500262' },
  homeCare: { unit: 'Sone nord', phone: '+4755500190' },
  area: 'Åsen',
  bestTime: ['evening'],
  urgent: true,
  preferences: { ...known.preferences, limits: ['stairs'] },
}

describe('the forms of staff', () => {
  test('a volunteer comes out of the form as she went in', () => {
    const answered = answerForm(volunteerForm(own), volunteerFields(known))
    expect('answers' in answered && volunteerFrom(answered.answers)).toEqual(known)
  })

  test('what staff take away is not known any more', () => {
    const fields = new Map([...volunteerFields(known), ['email', ['']], ['interests', []], ['frida', ['']]])
    const answered = answerForm(volunteerForm(own), fields)
    expect('answers' in answered && volunteerFrom(answered.answers)).toEqual({
      ...known,
      email: undefined,
      frida: undefined,
      preferences: { ...known.preferences, interests: [] },
    })
  })

  test('whoever is written in can be reached', () => {
    const fields = new Map([...volunteerFields(known), ['email', ['']], ['phone', ['']]])
    expect(answerForm(volunteerForm(own), fields)).toEqual({
      problems: [{ key: 'phone', text: 'Skriv telefonnummer eller e-post' }],
    })
  })

  test('a referral comes out of the form as it went in, and says who called', () => {
    const fields = new Map([...referralFields(need), ['source', ['relative']]])
    const answered = answerForm(referralForm(own, { isNew: true }), fields)
    if (!('answers' in answered)) throw new Error(JSON.stringify(answered))
    expect(referralFrom(answered.answers)).toEqual(need)
    expect(sourceFrom(answered.answers)).toBe('relative')
  })

  test('a referral asks for these fields and never more', () => {
    expect(Object.keys(referralForm(own).definition.questions).sort()).toEqual([
      'area',
      'bestTime',
      'help',
      'interests',
      'languages',
      'limits',
      'relativeName',
      'relativePhone',
      'times',
      'unit',
      'unitPhone',
      'urgent',
    ])
  })

  test('a field that is not asked for is not kept, whoever sends it', () => {
    const fields = new Map([...referralFields(need), ['diagnosis', ['noe']], ['homeAddress', ['Storgata 1']]])
    const answered = answerForm(referralForm(own), fields)
    expect('answers' in answered && referralFrom(answered.answers)).toEqual(need)
  })

  test('every limit has words for a home', () => {
    expect(Object.keys(homeLimits)).toEqual([...limits])
  })
})

describe('what staff type freely', () => {
  test.each(['13.52.72 480 13', 'Hun heter ikke 01010750160'])(
    'an identity number is refused: %s',
    (typed) => {
      for (const read of [
        readNote(new Map([['notat', [typed]]])),
        readAddress(new Map([['adresse', [typed]]])),
      ])
        expect(read).toEqual({
          problems: [expect.objectContaining({ text: expect.stringMatching(/^Ta bort/) })],
        })
    },
  )

  test('a note is kept on its lines, without what nobody sees', () => {
    expect(readNote(new Map([['notat', [' Liker å gå\u202e tur \r\nom kvelden ']]]))).toEqual({
      note: 'Liker å gå tur\nom kvelden',
    })
  })

  test('an empty note is none, and an emptied address takes it away', () => {
    expect(readNote(new Map([['notat', ['\u200b ']]]))).toEqual({
      problems: [{ key: 'notat', text: 'Skriv et notat' }],
    })
    expect(readAddress(new Map())).toEqual({ address: undefined })
  })
})

describe('the day of an act', () => {
  const today = Temporal.PlainDate.from('2026-11-21')
  const read = (typed: string | undefined, range: 'past' | 'future') =>
    readActDay(new Map(typed === undefined ? [] : [['dato', [typed]]]), 'dato', range, today)

  test('is today when nobody says anything else', () => {
    expect(read(undefined, 'past')).toEqual({ date: '2026-11-21' })
  })

  test.each([
    ['2026-11-22', 'past'],
    ['2026-02-29', 'past'],
    ['i går', 'past'],
    ['', 'past'],
    ['2026-11-21', 'future'],
  ] as const)('is not %s in the %s', (typed, range) => {
    expect(read(typed, range)).toHaveProperty('problems')
  })

  test('may be a leap day', () => {
    expect(read('2024-02-29', 'past')).toEqual({ date: '2024-02-29' })
  })
})

test('a reason is one of those that there are', () => {
  const read = (typed: string) => readChoice(new Map([['grunn', [typed]]]), 'grunn', declineReasons)
  expect(read('no-consent')).toEqual({ choice: 'no-consent' })
  for (const typed of ['', 'death', '__proto__', 'toString']) expect(read(typed)).toHaveProperty('problems')
})
