import { cleanLine } from '../clean.ts'
import { firstOf, type Question, type Settings, tooLong } from '../question.ts'

/** A part of the municipality: one of its areas, or a short free text where it has none. */
export const area = ({ optional = false }: Settings = {}): Question => ({
  kind: 'area',
  label: 'Område',
  required: !optional,
  missing: 'Velg eller skriv et område',
  control: ({ areas }) =>
    areas.length === 0
      ? { shape: 'line', type: 'text' }
      : { shape: 'options', many: false, options: areas.map((each) => ({ value: each, label: each })) },
  check(typed, { areas }) {
    const value = cleanLine(firstOf(typed))
    if (areas.length === 0) return tooLong(value, 100) ?? { value }
    return areas.includes(value) ? { value } : { problem: 'Velg et av områdene på listen' }
  },
  asText: String,
})
