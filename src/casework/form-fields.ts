import type { Fields } from '#forms/fields.ts'

/** What is known, as a form shows it. */
export const fieldsOf = (known: Readonly<Record<string, string | readonly string[] | undefined>>): Fields =>
  new Map(Object.entries(known).map(([key, value]) => [key, value === undefined ? [] : [value].flat()]))
