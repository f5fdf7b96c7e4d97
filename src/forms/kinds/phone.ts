import { cleanLine } from '../clean.ts'
import { firstOf, type Question, type Settings } from '../question.ts'

const problem = 'Skriv telefonnummeret med 8 sifre. Er det fra et annet land, begynn med + og landkoden'

/** A phone number. Kept as +47 and eight digits, or + and seven to fifteen (ITU-T E.164). */
export const phone = ({ optional = false }: Settings = {}): Question => ({
  kind: 'phone',
  label: 'Telefon',
  required: !optional,
  missing: 'Skriv telefonnummeret ditt',
  control: () => ({ shape: 'line', type: 'tel', autocomplete: 'tel', inputmode: 'tel' }),
  check(typed) {
    const value = international(cleanLine(firstOf(typed)))
    return value ? { value } : { problem }
  },
  asText: (value) => sayPhone(String(value)),
})

/** People write numbers in groups, with dots, strokes and brackets; (0) is what one leaves out from abroad. */
function international(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replaceAll('(0)', '')
    .replace(/[\s.\-‐-―/()]/g, '')
    .replace(/^00/, '+')
  const norwegian = plain.match(/^(?:\+?47)?([2-9]\d{7})$/)?.[1]
  if (norwegian) return `+47${norwegian}`
  return /^\+(?!47)[1-9]\d{6,14}$/.test(plain) ? plain : undefined
}

/**
 * Norwegian numbers as they are read aloud: mobiles in 3-2-3, others in pairs.
 *
 * @example sayPhone('+4755500142') // '55 50 01 42'
 */
export function sayPhone(value: string): string {
  const digits = value.match(/^\+47(\d{8})$/)?.[1]
  if (!digits) return value
  const groups = /^[49]/.test(digits) ? /^(\d{3})(\d{2})(\d{3})$/ : /^(\d\d)(\d\d)(\d\d)(\d\d)$/
  return groups.exec(digits)?.slice(1).join(' ') ?? digits
}
