import { firstOf, type Question, type Settings } from '../question.ts'

/** One of several. The keys are the code's, the words the content's. */
export const choice = (optionKeys: readonly string[], { optional = false }: Settings = {}): Question => ({
  kind: 'choice',
  label: 'Ett valg',
  required: !optional,
  missing: 'Velg ett av svarene',
  optionKeys,
  control: ({ words }) => ({
    shape: 'options',
    many: false,
    options: optionKeys.map((value) => ({ value, label: words.options?.[value] ?? value })),
  }),
  check(typed) {
    const value = firstOf(typed)
    return optionKeys.includes(value) ? { value } : { problem: 'Velg ett av svarene' }
  },
  asText: (value, { words }) => words.options?.[String(value)] ?? String(value),
})
