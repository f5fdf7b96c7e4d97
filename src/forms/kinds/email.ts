import { cleanLine } from '../clean.ts'
import { firstOf, type Question, type Settings } from '../question.ts'

/** One address. Whether it exists only a message can tell, so the check is loose; RFC 5321 allows 254 characters. */
const address = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/u

export const email = ({ optional = false }: Settings = {}): Question => ({
  kind: 'email',
  label: 'E-post',
  required: !optional,
  missing: 'Skriv e-postadressen din',
  control: () => ({ shape: 'line', type: 'email', autocomplete: 'email', inputmode: 'email' }),
  check(typed) {
    const value = cleanLine(firstOf(typed)).normalize('NFKC')
    return address.test(value) && value.length <= 254 && !/\.\.|@\.|\.@|^\./.test(value)
      ? { value }
      : { problem: 'Skriv e-postadressen slik: navn@eksempel.no' }
  },
  asText: String,
})
