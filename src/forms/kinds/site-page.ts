import { firstOf, type Question } from '../question.ts'

/**
 * Which page of this site somebody came from. It is no question to the reader: the page's own link says it.
 * Anything but a page of the site is left out without a word.
 */
export const sitePage = (): Question => ({
  kind: 'sitePage',
  label: 'Siden det gjelder',
  required: false,
  missing: '',
  control: () => ({ shape: 'hidden', query: 'side' }),
  check(typed, { pages }) {
    const path = firstOf(typed)
    return { value: pages.some(({ href }) => href === path) ? path : '' }
  },
  asText: (value, { pages }) => pages.find(({ href }) => href === value)?.title ?? String(value),
})
