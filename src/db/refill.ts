/** Fills an empty database with the rows of a snapshot, whichever engine they came from. */
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Database, type Engine, isPostgres } from './engine.ts'
import { instantText } from './instant.ts'
import { migrate } from './migrate.ts'
import type { Row, Value } from './snapshot.ts'
import { listTables } from './snapshot.ts'

/** @throws when anybody has used this database */
export async function requireEmpty(db: Database): Promise<void> {
  if ((await listTables(db)).length > 0)
    throw new Error(
      'expected an empty database to restore to, got one with tables. Set PUSTEROM_DATA to an empty folder, or DATABASE_URL to an empty database; nothing was changed.',
    )
}

/**
 * @param trx a transaction on an empty database: all rows are there in the end, or none
 * @param migrations those of the snapshot; what has come since runs after the rows are in
 * @returns how many rows there are
 */
export async function refill(
  trx: Database,
  engine: Engine,
  {
    migrations,
    rows,
    now,
  }: { migrations: readonly string[]; rows: AsyncIterable<Row>; now: Temporal.Instant },
): Promise<number> {
  await migrate(trx, engine, now, new Set(migrations))
  const release = await deferReferences(trx)
  const tables = new Set(await listTables(trx))
  // A migration may have written rows of its own.
  for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(trx)
  let count = 0
  for await (const { table, row } of rows) {
    if (!tables.has(table)) throw new Error(`expected rows of ${[...tables].join(', ')}, got one of ${table}`)
    await insert(trx, table, row)
    count++
  }
  await release()
  await migrate(trx, engine, now)
  return count
}

async function insert(trx: Database, table: string, row: Row['row']): Promise<void> {
  const columns = Object.keys(row).map((column) => sql.ref(column))
  const values = Object.values(row).map((value) => sql`${bytes(value)}`)
  await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(values)})`.execute(trx)
}

const bytes = (value: Value) =>
  typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value

/** Rows come in any order: what they refer to may come later, and must be there when the references are released. */
async function deferReferences(trx: Database): Promise<() => Promise<void>> {
  if (!isPostgres(trx)) {
    await sql`pragma defer_foreign_keys = on`.execute(trx)
    return async () => {
      const { rows } = await sql`pragma foreign_key_check`.execute(trx)
      if (rows.length > 0)
        throw new Error(`expected rows that refer to each other, got ${rows.length} that do not`)
    }
  }
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name from pg_constraint
    where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(trx)
  const alter = async (how: string) => {
    for (const { table, name } of rows)
      await sql.raw(`alter table ${table} alter constraint ${name} ${how}`).execute(trx)
  }
  await alter('deferrable initially deferred')
  return async () => {
    await sql`set constraints all immediate`.execute(trx)
    await alter('not deferrable')
  }
}

/**
 * Takes back what must not come alive again: sessions and links of then, and mail that may have been sent since. Such
 * mail is given up, so that a person sees it and can decide.
 */
export async function settle(trx: Database, now: Temporal.Instant): Promise<void> {
  for (const table of ['sessions', 'sign_in_links', 'throttles'] as const)
    await trx.deleteFrom(table).execute()
  await trx
    .updateTable('outbox')
    .set({ given_up_at: instantText(now), problem: 'restored from a backup: may have been sent already' })
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute()
}
