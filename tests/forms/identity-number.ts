/** Identity numbers for tests, computed here by the rules of Skatteetaten and not by the library under test. */
import fc from 'fast-check'

const weights1 = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const weights2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
const weigh = (weights: readonly number[], digits: string) =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)

/** @param rest 0 for today's numbers; 1 to 3 for those of 2032 */
function withCheckDigits(nine: string, rest: number): string | undefined {
  const first = (11 + rest - (weigh(weights1, nine) % 11)) % 11
  const second = (11 - (weigh(weights2, nine + first) % 11)) % 11
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`
}

/** Day plus 40 is a D-number; month plus 40 an H-number, plus 80 a synthetic one. */
export const identityNumber: fc.Arbitrary<string> = fc
  .record({
    date: fc.date({ min: new Date('1900-01-01'), max: new Date('1999-12-31'), noInvalidDate: true }),
    day: fc.constantFrom(0, 40),
    month: fc.constantFrom(0, 40, 80),
    individual: fc.integer({ min: 0, max: 999 }),
    rest: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ date, day, month, individual, rest }) => {
    const [year = '', monthOf = '', dayOf = ''] = date.toISOString().slice(0, 10).split('-')
    const two = (number: number) => String(number).padStart(2, '0')
    const birth = two(Number(dayOf) + day) + two(Number(monthOf) + month) + year.slice(2)
    return withCheckDigits(birth + String(individual).padStart(3, '0'), rest)
  })
  .filter((number) => number !== undefined)
  .filter((number) => !/^\d{4}00/.test(number))

const otherDigits = [0x0030, 0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7ce].map(
  (zero) => (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))),
)
const separators = [
  '',
  ' ',
  '.',
  '-',
  ' - ',
  '\u00a0',
  '\u200b',
  '/',
  '\n',
  ', ',
  '\u2009',
  '\u00ad',
  ':',
  '_',
  '\u202e',
  '👍',
]

/** The same number as people, or their phones, could write it. */
export const disguised = (number: string): fc.Arbitrary<string> =>
  fc
    .record({
      cuts: fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
      separator: fc.constantFrom(...separators),
      write: fc.constantFrom(...otherDigits),
      frame: fc.constantFrom(
        '#',
        'Fødselsnummeret mitt er #.',
        'fnr:#',
        '(#)',
        'Åse #',
        '# 🙂',
        '2317 Hamar #',
        'tlf 41234567, fnr #',
      ),
    })
    .map(({ cuts, separator, write, frame }) =>
      frame.replace('#', () =>
        write([...number].map((digit, place) => (cuts[place] ? separator : '') + digit).join('')),
      ),
    )

export const phoneNumber: fc.Arbitrary<string> = fc
  .record({
    first: fc.constantFrom('2', '3', '4', '5', '6', '7', '9'),
    rest: fc.stringMatching(/^\d{7}$/),
    shape: fc.constantFrom(
      '########',
      '### ## ###',
      '## ## ## ##',
      '###.##.###',
      '+47########',
      '+47 ### ## ###',
      '0047 ########',
    ),
  })
  .map(({ first, rest, shape }) => {
    const digits = [...(first + rest)]
    return shape.replace(/#/g, () => digits.shift() ?? '')
  })
