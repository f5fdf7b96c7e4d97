/** What staff typed freely: notes and addresses. */
import type { Problem } from '#forms/answer.ts'
import { cleanLine, cleanText } from '#forms/clean.ts'
import type { Fields } from '#forms/fields.ts'
import { tooLong } from '#forms/question.ts'
import { problemOf } from './preferences.ts'

const most = 2000

/**
 * @param key the name of the field
 * @example readNote(new Map([['notat', ['Liker å gå tur']]])) // { note: 'Liker å gå tur' }
 */
export function readNote(
  fields: Fields,
  key = 'notat',
): { readonly note: string } | { readonly problems: readonly Problem[] } {
  const note = cleanText(fields.get(key)?.[0] ?? '')
  const text = note === '' ? 'Skriv et notat' : (problemOf(note) ?? tooLong(note, most)?.problem)
  return text ? { problems: [{ key, text }] } : { note }
}

/** An address on one line; nothing when the field was emptied. */
export function readAddress(
  fields: Fields,
): { readonly address: string | undefined } | { readonly problems: readonly Problem[] } {
  const address = cleanLine(fields.get('adresse')?.[0] ?? '')
  const text = problemOf(address) ?? tooLong(address, 200)?.problem
  return text ? { problems: [{ key: 'adresse', text }] } : { address: address || undefined }
}
