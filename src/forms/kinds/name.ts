import { cleanLine } from '../clean.ts'
import { firstOf, type Question, type Settings, tooLong } from '../question.ts'

/** A person's name, of any length, script and punctuation: all we ask is that it is there. */
export const name = ({ optional = false }: Settings = {}): Question => ({
  kind: 'name',
  label: 'Navn',
  required: !optional,
  missing: 'Skriv navnet ditt',
  control: () => ({ shape: 'line', type: 'text', autocomplete: 'name' }),
  check(typed) {
    const value = cleanLine(firstOf(typed))
    return tooLong(value, 150) ?? { value }
  },
  asText: String,
})
