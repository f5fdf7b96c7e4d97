import type { Check } from '../check.ts'

export const wording: Check = {
  name: 'says what links lead to and which fields may be skipped, in words',
  find: ({ facts }) => [
    ...(/klikk her|trykk her|les mer her/i.test(facts.bodyText)
      ? ['expected links that say where they lead']
      : []),
    ...facts.labels
      .filter((label) => label.includes('*'))
      .map((label) => `expected no asterisk, got «${label}»`),
    ...(facts.headings.length > 0 && facts.title !== '' ? [] : ['expected a heading and a title']),
  ],
}
