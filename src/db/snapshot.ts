/**
 * Every row of every table as it was at one moment, the same on both engines. Tables are read from the database itself,
 * so that none can be forgotten.
 */
import { type SqlBool, sql } from 'kysely'
import { type Database, isPostgres } from './engine.ts'

export type Value = string | number | null | { readonly base64: string }

export interface Row {
  readonly table: string
  readonly row: Readonly<Record<string, Value>>
}

const atOnce = 500

/** Runs `read` on a snapshot: others go on writing, and it sees nothing of it. */
export function atOneMoment<T>(db: Database, read: (trx: Database) => Promise<T>): Promise<T> {
  const transaction = db.transaction().setAccessMode('read only')
  return isPostgres(db)
    ? transaction.setIsolationLevel('repeatable read').execute(read)
    : transaction.execute(read)
}

/** The tables of ours, without the list of migrations. */
export async function listTables(db: Database): Promise<string[]> {
  const schema = isPostgres(db) ? await currentSchema(db) : undefined
  return (await db.introspection.getTables())
    .filter((table) => !table.isView && table.schema === schema && table.name !== 'migrations')
    .map(({ name }) => name)
    .sort()
}

/** The names of the migrations that made it what it is, oldest first. */
export async function listMigrations(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db)
  return rows.map(({ name }) => name)
}

export async function countRows(db: Database): Promise<number> {
  let all = 0
  for (const table of await listTables(db)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      db,
    )
    all += rows[0]?.count ?? 0
  }
  return all
}

/** @param trx of `atOneMoment`; pages go by where a row lies, which then stands still */
export async function* readRows(trx: Database): AsyncGenerator<Row> {
  const postgres = isPostgres(trx)
  const position = sql.raw<string | number>(postgres ? 'ctid' : 'rowid')
  const shown = postgres ? sql`ctid::text` : sql`rowid`
  for (const table of await listTables(trx)) {
    let after: unknown
    for (;;) {
      const bound = postgres ? sql`${after}::tid` : sql`${after}`
      const later = after === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${position} > ${bound}`
      const { rows } = await sql<Record<string, unknown>>`
        select ${shown} as row_position, ${sql.table(table)}.* from ${sql.table(table)}
        where ${later} order by ${position} limit ${sql.lit(atOnce)}`.execute(trx)
      for (const { row_position, ...row } of rows) {
        after = row_position
        yield { table, row: plain(table, row) }
      }
      if (rows.length < atOnce) break
    }
  }
}

/** What JSON can hold; bytes as base64. */
function plain(table: string, row: Record<string, unknown>): Record<string, Value> {
  const value = (column: string, of: unknown): Value => {
    if (of instanceof Uint8Array) return { base64: Buffer.from(of).toString('base64') }
    if (of === null || typeof of === 'string' || typeof of === 'number') return of
    throw new Error(`expected text, a number, bytes or nothing in ${table}.${column}, got ${typeof of}`)
  }
  return Object.fromEntries(Object.entries(row).map(([column, of]) => [column, value(column, of)]))
}

async function currentSchema(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return rows[0]?.name
}
