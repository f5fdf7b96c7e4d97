/** The day that an act is about, as it was typed. */
import { Temporal } from 'temporal-polyfill'
import { day } from '#editorial/field.ts'
import type { Problem } from '#forms/answer.ts'
import type { Fields } from '#forms/fields.ts'

/**
 * @param key the name of the field; when it was not sent, today
 * @param range which days are good: those that have been, or those that come
 * @example readActDay(fields, 'dato', 'past', today) // { date: '2026-11-20' }
 */
export function readActDay(
  fields: Fields,
  key: string,
  range: 'past' | 'future',
  today: Temporal.PlainDate,
): { readonly date: string } | { readonly problems: readonly Problem[] } {
  const typed = fields.get(key)?.[0]?.trim() ?? today.toString()
  const checked = day().safeParse(typed)
  if (!checked.success) return { problems: [{ key, text: 'Skriv en dato som finnes' }] }
  const order = Temporal.PlainDate.compare(checked.data, today)
  if (range === 'past' && order > 0) return { problems: [{ key, text: 'Velg i dag eller en dag før' }] }
  if (range === 'future' && order <= 0) return { problems: [{ key, text: 'Velg en dag etter i dag' }] }
  return { date: checked.data }
}
