import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerForm } from '#forms/answer.ts'
import { holdsIdentityNumber } from '#forms/identity-number.ts'
import { workOf } from '../work.ts'
import { fields, solveig, volunteerForm } from './fjordvik.ts'
import { disguised, identityNumber, phoneNumber } from './identity-number.ts'

const form = volunteerForm([])

test('A national identity number is found in every disguise', () => {
  fc.assert(
    fc.property(identityNumber.chain(disguised), (text) => holdsIdentityNumber(text)),
    { numRuns: 3000, seed: 20261121 },
  )
})

test('A date of birth and a personal number are found across words and across fields', () => {
  fc.assert(
    fc.property(identityNumber, (number) => {
      const [birth, personal] = [number.slice(0, 6), number.slice(6)]
      expect(holdsIdentityNumber(`Født ${birth}, og resten er ${personal}`)).toBe(true)
      expect(
        holdsIdentityNumber(
          `${number.slice(0, 2)}.${number.slice(2, 4)}.19${number.slice(4, 6)} ${personal}`,
        ),
      ).toBe(true)
      const split = answerForm(form, fields({ ...solveig, name: `Kari ${birth}`, area: personal }))
      expect(split).toHaveProperty('problems')
    }),
    { numRuns: 500, seed: 20261121 },
  )
})

test('No field of the form takes an identity number, and the words say what to do', () => {
  fc.assert(
    fc.property(
      identityNumber.chain(disguised),
      fc.constantFrom('name', 'phone', 'email', 'area'),
      (text, key) => {
        const result = answerForm(form, fields({ ...solveig, [key]: text }))
        expect(result).toEqual({
          problems: [{ key, text: expect.stringContaining('Ta bort fødselsnummeret') }],
        })
      },
    ),
    { numRuns: 1000, seed: 20261121 },
  )
})

test('Phone numbers and postcodes pass: alone, together, and in text', () => {
  const postcode = fc.stringMatching(/^\d{4}$/)
  fc.assert(
    fc.property(
      phoneNumber,
      phoneNumber,
      postcode,
      fc.constantFrom(' ', ', ', '\n', ' / '),
      (one, two, code, between) => {
        expect(answerForm(form, fields({ ...solveig, phone: one, area: `${code} Fjordvik` }))).toHaveProperty(
          'answers',
        )
        if (one.startsWith('0') || one.startsWith('+') || two.startsWith('0') || two.startsWith('+')) return
        for (const text of [`${one}${between}${code}`, `${one}${between}${two}`, `${code}${between}${one}`])
          expect(holdsIdentityNumber(text), text).toBe(false)
      },
    ),
    { numRuns: 3000, seed: 20261121 },
  )
})

test('A foreign number of eleven digits is a phone number when + says so', () => {
  // Poland, 48 50 …: read as a D- and H-number it has the right check digits.
  const look = fc.sample(identityNumber, { numRuns: 2000, seed: 1 }).find((number) => number.startsWith('48'))
  expect(look).toBeDefined()
  expect(holdsIdentityNumber(`${look}`)).toBe(true)
  expect(holdsIdentityNumber(`+${look}`)).toBe(false)
  expect(holdsIdentityNumber(`+47 41234567 ${look}`)).toBe(true)
})

test('A long text of phone numbers is read in no time, also where every one of them could be something else', async () => {
  const [number = ''] = fc.sample(identityNumber, { numRuns: 1, seed: 1 })
  expect(holdsIdentityNumber(`Nummeret er ${number.slice(0, 8)} ${number.slice(8)}`)).toBe(true)
  const text = `${number.slice(0, 8)} ${number.slice(8)} 12 123 `.repeat(12_000)
  const work = workOf(() => expect(holdsIdentityNumber(text)).toBe(false))
  expect(await work).toBeLessThan(5000)
})
