import type { Check } from '../check.ts'
import { says, wordsOf } from '../words.ts'

export const rights: Check = {
  name: 'of a right ends in source, date and a next step',
  concerns: (path) => /^(\/[a-z-]+)?\/rettigheter\/[^/]+\/$/.test(path),
  find: ({ facts }) => {
    const { checked, firstStep } = wordsOf(facts.locale)
    return [
      ...(facts.sourceCount > 0 ? [] : ['expected at least one source']),
      ...(says(facts.sourceText ?? '', checked, /\d{1,2}\.? \S+ 20\d\d/)
        ? []
        : [`expected «${checked}» with a date`]),
      ...(facts.terms.includes(firstStep) ? [] : [`expected the next step, «${firstStep}»`]),
    ]
  },
}
