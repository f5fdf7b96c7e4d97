import type { Form } from './definition.ts'

/**
 * The page for those who want to say more, as a form of its own: what asks, checks and draws a form does it for this.
 *
 * @returns nothing when the form has one page only
 * @example furtherPage(volunteerForm)?.definition.path // '/bli-frivillig/fortell-mer/'
 */
export function furtherPage(form: Form): Form | undefined {
  const { definition, words } = form
  const { more, ...first } = definition
  if (!more || !words.more) return undefined
  const path = `${first.path}${more.slug}/`
  return {
    ...form,
    definition: { ...first, ...more, path },
    words: { ...words, ...words.more },
    furtherTo: form,
  }
}
