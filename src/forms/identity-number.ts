/**
 * Finds Norwegian national identity numbers, so that none is ever stored: fødselsnummer, D-, H- and synthetic numbers,
 * also with the check digits of 2032. Skatteetaten, «Nytt fødselsnummer fra 2032».
 */
import { idnr } from '@navikt/fnrvalidator'

/**
 * Whether a text holds an identity number, however it is spaced, dotted or split, and in any script's digits.
 *
 * Groups of digits are joined as people write them: whole groups, with anything but letters between. Only a date of
 * birth and a number of five digits are also joined across words («født 01.01.1990, nummer 12345»).
 *
 * A phone number is none: alone, with a postcode or beside another; nor is an international one with + in front.
 *
 * @example holdsIdentityNumber('Jeg er født 13.52.72 480 13') // true, an H-number
 */
export function holdsIdentityNumber(text: string): boolean {
  const groups = digitGroups(text)
  let isPhone = false
  return groups.some((group, start) => {
    // Once for each run and not for each group of it, so that a long text takes no longer than it is long.
    if (start === 0 || group.afterLetters) isPhone = isPhoneRun(runFrom(groups, start))
    return !isPhone && candidates(groups, start).some(isIdentityNumber)
  })
}

const isIdentityNumber = (digits: string) => digits.length === 11 && idnr(digits).status === 'valid'

/** The numbers that may begin at a group. */
function candidates(groups: readonly Group[], start: number): string[] {
  const found: string[] = []
  let digits = ''
  // Each group has a digit at least, so twelve are enough.
  for (const group of groups.slice(start, start + 12)) {
    const birth = group.digits.length === 5 && shortDate(digits)
    if (birth) found.push(birth + group.digits)
    if (digits !== '' && group.afterLetters) break
    digits += group.digits
    if (digits.length > 11) break
    if (digits.length === 11) found.push(digits)
  }
  return found
}

/** The date of birth that an identity number begins with, from one written with two or four digits for the year. */
const shortDate = (digits: string) => /^(\d{4})(?:19|20)?(\d\d)$/.exec(digits)?.slice(1).join('')

interface Group {
  readonly digits: string
  /** Whether letters stand between this group and the one before. */
  readonly afterLetters: boolean
  readonly afterPlus: boolean
}

function digitGroups(text: string): Group[] {
  const ascii = inAsciiDigits(text)
  let end = 0
  return [...ascii.matchAll(/[0-9]+/g)].map(({ 0: digits, index }) => {
    const before = ascii.slice(end, index)
    end = index + digits.length
    return { digits, afterLetters: /\p{L}/u.test(before), afterPlus: before.endsWith('+') }
  })
}

/** NFKC folds full-width, circled and raised digits; the rest of Unicode's decimal digits come in tens from a zero. */
function inAsciiDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\p{Nd}/gu, (digit) => {
      let value = 0
      while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1)))
        value++
      return String(value)
    })
}

/** The groups without letters between, from the first of them on. */
function runFrom(groups: readonly Group[], first: number): readonly Group[] {
  let end = first + 1
  while (groups[end]?.afterLetters === false) end++
  return groups.slice(first, end)
}

/** Norwegian phones and postcodes only, or one international phone of eleven digits. */
function isPhoneRun(run: readonly Group[]): boolean {
  const lengths = run.map((group) => group.digits.length).join('')
  const digits = run.map((group) => group.digits).join('')
  return (
    /^(8|323|2222|4)+$/.test(lengths) ||
    (digits.length === 11 && run[0]?.afterPlus === true && !digits.startsWith('0'))
  )
}
