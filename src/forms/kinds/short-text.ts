import { cleanLine } from '../clean.ts'
import { firstOf, freeTextWarning, type Question, type Settings, tooLong } from '../question.ts'

/** One line of free text. */
export const shortText = ({ optional = false }: Settings = {}): Question => ({
  kind: 'shortText',
  label: 'Kort tekst',
  required: !optional,
  missing: 'Skriv et svar',
  warning: freeTextWarning,
  control: () => ({ shape: 'line', type: 'text' }),
  check(typed) {
    const value = cleanLine(firstOf(typed))
    return tooLong(value, 200) ?? { value }
  },
  asText: String,
})
