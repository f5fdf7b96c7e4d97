/**
 * Whole tables with what is sealed in them opened, for whoever takes everything along. A table with something sealed
 * does not compile without a line below.
 */
import type { Database } from './engine.ts'
import { listTables } from './snapshot.ts'
import type { Tables } from './tables.ts'
import type { Place, Vault } from './vault.ts'

type SealedTable = {
  [Name in keyof Tables]: Tables[Name] extends { sealed: Uint8Array | null } ? Name : never
}[keyof Tables]

/** Which place each row was sealed for, as its own file says it. */
const places: { readonly [Name in SealedTable]: (row: Tables[Name]) => Place } = {
  staff: ({ id }) => ({ table: 'staff', row: id }),
  submission_versions: ({ submission_id, version }) => ({
    table: 'submission_versions',
    row: `${submission_id}/${version}`,
  }),
  outbox: ({ id }) => ({ table: 'outbox', row: id }),
  volunteers: ({ id }) => ({ table: 'volunteers', row: id }),
  referrals: ({ id }) => ({ table: 'referrals', row: id }),
  matches: ({ id }) => ({ table: 'matches', row: id }),
  acts: ({ subject_table, subject_id, number }) => ({
    table: 'acts',
    row: `${subject_table}/${subject_id}/${number}`,
  }),
}

/** Keys, sessions and fingerprints: of no use to anybody elsewhere, and of use to a thief. */
const technical: readonly string[] = [
  'deployment',
  'master_keys',
  'record_keys',
  'sign_in_links',
  'sessions',
  'throttles',
  'submission_claims',
  'feed_tokens',
  'due_feeds',
  'rounds',
  'audit_head',
] satisfies (keyof Tables)[]
const technicalColumn = /^(key_id|sealed|home_key_id|home_sealed|lease|leased_until)$|_hash$|_fingerprint$/

export interface OpenedTable {
  readonly name: string
  /** The columns that say something, and as `content` (and `home`) what was sealed. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** @param trx of `atOneMoment` */
export async function* openTables(trx: Database, vault: Vault): AsyncGenerator<OpenedTable> {
  for (const name of await listTables(trx)) {
    if (technical.includes(name)) continue
    const rows: Record<string, unknown>[] = []
    const table = trx.selectFrom(name as keyof Tables).selectAll()
    for (const row of await table.execute()) rows.push(await open(trx, vault, name, row))
    yield { name, rows }
  }
}

async function open(trx: Database, vault: Vault, name: string, row: object) {
  const shown = Object.entries(row).filter(([column]) => !technicalColumn.test(column))
  const opened = async (place: Place, key: unknown, sealed: unknown) =>
    typeof key === 'string' && sealed instanceof Uint8Array
      ? vault.open(trx, place, { key_id: key, sealed })
      : undefined
  const values = row as Record<string, unknown>
  const place = (places as unknown as Record<string, (row: object) => Place>)[name]
  const content = place && (await opened(place(row), values.key_id, values.sealed))
  const homePlace = { table: 'referrals home', row: String(values.id) }
  const home = await opened(homePlace, values.home_key_id, values.home_sealed)
  return {
    ...Object.fromEntries(shown),
    ...(content !== undefined && { content }),
    ...(home !== undefined && { home }),
  }
}
