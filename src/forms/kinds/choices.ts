import type { Question, Settings } from '../question.ts'

/** Any number of several. Kept in the order of the definition, each once. */
export const choices = (optionKeys: readonly string[], { optional = false }: Settings = {}): Question => ({
  kind: 'choices',
  label: 'Flere valg',
  required: !optional,
  missing: 'Velg minst ett av svarene',
  optionKeys,
  control: ({ words }) => ({
    shape: 'options',
    many: true,
    options: optionKeys.map((value) => ({ value, label: words.options?.[value] ?? value })),
  }),
  check: (typed) =>
    typed.every((each) => each === '' || optionKeys.includes(each))
      ? { value: optionKeys.filter((key) => typed.includes(key)) }
      : { problem: 'Velg blant svarene på listen' },
  asText: (value, { words }) =>
    [value]
      .flat()
      .map((key) => words.options?.[key] ?? key)
      .join(', '),
})
