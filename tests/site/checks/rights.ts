import type { Check } from '../check.ts'

export const rights: Check = {
  name: 'of a right ends in source, date and a next step',
  concerns: (path) => /^\/rettigheter\/[^/]+\/$/.test(path),
  find: ({ facts }) => [
    ...(facts.sourceCount > 0 ? [] : ['expected at least one source']),
    ...(/Kontrollert \d{1,2}\. \S+ 20\d\d/.test(facts.sourceText ?? '')
      ? []
      : ['expected «Kontrollert» with a date']),
    ...(facts.terms.includes('Gjør dette først') ? [] : ['expected the next step, «Gjør dette først»']),
  ],
}
