/** What lists of volunteers and of referrals share: which rows, in which order, a page at a time. */
import { type Act, closings } from '#casework/act.ts'
import type { MatchState } from '#casework/match.ts'
import { listActs, listMatchStates } from './acts.ts'
import type { Database } from './engine.ts'
import type { Vault } from './vault.ts'

type Table = 'volunteers' | 'referrals'

/** A row as far as it is open: enough for states, counts and what is due, for all rows at once. */
export interface Facts<Of extends Table> {
  readonly id: string
  readonly createdAt: string
  /** Compare with `areaFingerprint(vault, 'Åsen')`. */
  readonly area: string
  readonly acts: readonly Act<Of>[]
  /** The states of all its matches, old and new. */
  readonly matches: readonly MatchState[]
}

function surelyClosed(db: Database, table: Table) {
  const { close, open } = closings[table]
  const withOneOf = (names: readonly string[]) =>
    db.selectFrom('acts').where('subject_table', '=', table).where('name', 'in', names).select('subject_id')
  return withOneOf(close).where('subject_id', 'not in', withOneOf(open))
}

/** A page of a list, and how many rows the whole list has. */
export interface Listed<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

export interface Paging {
  /** Rows on a page; 50 when left out. */
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** A fingerprint, so that rows of one area are found without a word that somebody typed standing open. */
export const areaFingerprint = (vault: Vault, area: string): string => vault.fingerprint('area', area)

/**
 * Rows with their acts, the newest first; nothing sealed is opened.
 *
 * @param only of which rows or area; all of the table when left out
 */
export async function listFacts<Of extends Table>(
  db: Database,
  table: Of,
  only: {
    readonly ids?: readonly string[]
    readonly area?: string | undefined
    /** Leaves out those that are surely closed, without reading what happened to them. */
    readonly open?: boolean
  } = {},
): Promise<Facts<Of>[]> {
  const { ids, area, open } = only
  if (ids?.length === 0) return []
  // Both tables have these columns; Kysely cannot say so of a union.
  let query = db.selectFrom(table as 'volunteers').select(['id', 'created_at', 'area_fingerprint'])
  if (ids) query = query.where('id', 'in', ids)
  if (area !== undefined) query = query.where('area_fingerprint', '=', area)
  if (open) query = query.where('id', 'not in', surelyClosed(db, table))
  const rows = await query.orderBy('created_at', 'desc').orderBy('id').execute()
  const of = ids || open ? rows.map((row) => row.id) : undefined
  const acts = await listActs(db, table, of)
  const matches = await listMatchStates(db, table === 'volunteers' ? 'volunteer_id' : 'referral_id', of)
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    area: row.area_fingerprint,
    acts: acts.get(row.id) ?? [],
    matches: matches.get(row.id) ?? [],
  }))
}

/** Which rows a list is about. */
export interface Scope {
  readonly table: Table
  readonly area?: string | undefined
  /** `newest` when left out. */
  readonly order?: 'newest' | 'oldest' | undefined
}

/** The rows of a list that keeps to no state, in SQL: a page costs the same however many there are. */
export async function listIds(
  db: Database,
  scope: Scope,
  { limit = 50, offset = 0 }: Paging,
): Promise<Listed<string>> {
  const { count } = await notErased(db, scope)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const direction = scope.order === 'oldest' ? 'asc' : 'desc'
  const rows = await notErased(db, scope)
    .select('id')
    .orderBy('created_at', direction)
    .orderBy('id', direction === 'asc' ? 'desc' : 'asc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: rows.map((row) => row.id), total: count }
}

function notErased(db: Database, { table, area }: Scope) {
  // Both tables have these columns; Kysely cannot say so of a union.
  const of = table as 'volunteers'
  const erased = db
    .selectFrom('acts')
    .where('subject_table', '=', table)
    .where('name', '=', 'erase')
    .select('subject_id')
  const rows = db.selectFrom(of).where('id', 'not in', erased)
  return area === undefined ? rows : rows.where('area_fingerprint', '=', area)
}

/**
 * The ids of rows in which a search is found. It opens every row, for what is sealed cannot be searched otherwise;
 * thousands take some tenths of a second (decision 011).
 *
 * @param textsOf what of the content people search by
 */
export async function searchIds(
  db: Database,
  vault: Vault,
  { table, area }: Scope,
  search: string,
  textsOf: (content: never) => readonly (string | undefined)[],
): Promise<ReadonlySet<string>> {
  let query = db.selectFrom(table as 'volunteers').select(['id', 'key_id', 'sealed'])
  if (area !== undefined) query = query.where('area_fingerprint', '=', area)
  const opened = await vault.openAll(db, ({ id }) => ({ table, row: id }), await query.execute())
  return new Set(
    opened.filter(([, content]) => isFound(textsOf(content as never), search)).map(([{ id }]) => id),
  )
}

export const pageOf = <Row>(rows: readonly Row[], { limit = 50, offset = 0 }: Paging): readonly Row[] =>
  rows.slice(offset, offset + limit)

/**
 * Whether what people search by holds every word of a search: part of a name whatever its accents and case, or digits
 * of a phone number however they are spaced.
 *
 * @example isFound(['Åse-Marié Ø’Næss', '+4755500212'], 'marie 5550') // true
 */
export function isFound(texts: readonly (string | undefined)[], search: string): boolean {
  const text = texts.map((each) => folded(each ?? '')).join(' ')
  return folded(search)
    .replace(/(?<=\d)\s+(?=\d)/g, '')
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Accents go, but å, æ and ø are letters. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<!a)\u030a|[\u0300-\u0309\u030b-\u036f]/gi, '')
    .normalize('NFC')
    .toLowerCase()
    .trim()
