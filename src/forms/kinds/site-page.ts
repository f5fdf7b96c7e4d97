import { firstOf, type Question } from '../question.ts'

/**
 * Which page of this site somebody came from. It is no question to the reader: the link on the page says it. A page
 * below a known one counts as that; anything else is left out without a word.
 */
export const sitePage = (): Question => ({
  kind: 'sitePage',
  label: 'Siden det gjelder',
  required: false,
  missing: '',
  control: () => ({ shape: 'hidden', query: 'side' }),
  check(typed, { pages = [] }) {
    const path = firstOf(typed)
    const above = pages.filter(({ href }) => path === href || (href !== '/' && path.startsWith(href)))
    const nearest = above.sort((a, b) => b.href.length - a.href.length)[0]
    return { value: nearest?.href ?? '' }
  },
  asText: (value, { pages = [] }) => pages.find(({ href }) => href === value)?.title ?? String(value),
})
