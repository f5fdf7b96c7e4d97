import type { Problem } from '#forms/answer.ts'
import type { Fields } from '#forms/fields.ts'

/**
 * One of several, as it was chosen on a page for staff.
 *
 * @param options by key, with their words
 * @example readChoice(fields, 'grunn', declineReasons) // { choice: 'other-offer' }
 */
export function readChoice<Key extends string>(
  fields: Fields,
  key: string,
  options: Readonly<Record<Key, string>>,
): { readonly choice: Key } | { readonly problems: readonly Problem[] } {
  const typed = fields.get(key)?.[0] ?? ''
  if (Object.hasOwn(options, typed)) return { choice: typed as Key }
  return { problems: [{ key, text: 'Velg ett av svarene' }] }
}
