import { cleanText } from '../clean.ts'
import { firstOf, freeTextWarning, type Question, type Settings, tooLong } from '../question.ts'

/** Free text on several lines. */
export const longText = ({ optional = false }: Settings = {}): Question => ({
  kind: 'longText',
  label: 'Lang tekst',
  required: !optional,
  missing: 'Skriv et svar',
  warning: freeTextWarning,
  control: () => ({ shape: 'text', rows: 5 }),
  check(typed) {
    const value = cleanText(firstOf(typed))
    return tooLong(value, 3000) ?? { value }
  },
  asText: String,
})
