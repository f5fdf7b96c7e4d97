import { fitWords } from '#casework/fit-words.ts'
import type { Database } from '#db/open.ts'
import { findTraces, type Sought, type Trace } from '#db/person.ts'
import type { Vault } from '#db/vault.ts'
import type { Fields } from '#forms/fields.ts'
import { volunteer } from '#forms/volunteer.ts'
import { getForm } from '../../../content.ts'

const keys = { name: 'navn', phone: 'telefon', email: 'epost' } as const

/** What somebody goes by, as it was typed. */
export function readSought(fields: Fields): Sought {
  const text = (key: string) => fields.get(key)?.[0]?.trim().slice(0, 200) || undefined
  return { name: text(keys.name), phone: text(keys.phone), email: text(keys.email) }
}

/** The same again, to go along unseen in the next form. */
export const soughtFields = ({ name = '', phone = '', email = '' }: Sought): Record<string, string> => ({
  [keys.name]: name,
  [keys.phone]: phone,
  [keys.email]: email,
})

export const isNobody = ({ name, phone, email }: Sought): boolean => !name && !phone && !email

/** Every record that these lead to. */
export const tracesOf = async (db: Database, vault: Vault, sought: Sought): Promise<Trace[]> =>
  isNobody(sought) ? [] : findTraces(db, vault, sought, fitWords((await getForm(volunteer)).words))

/** Those of them that were ticked as hers; never one that these words do not lead to. */
export const tickedOf = (traces: readonly Trace[], fields: Fields): readonly Trace[] =>
  traces.filter((trace) => fields.get('spor')?.includes(keyOf(trace)))

export const keyOf = ({ table, id }: Pick<Trace, 'table' | 'id'>): string => `${table}/${id}`
