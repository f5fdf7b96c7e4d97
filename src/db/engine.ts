/** The choice of engine. Everything beyond this file is the same on SQLite and PostgreSQL. */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresAdapter, PostgresDialect } from 'kysely'
import pg from 'pg'
import { sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** A connection, or a transaction on one: every query function takes it first. */
export type Database = Kysely<Tables>

/** What the two engines call the same thing, for migrations. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  readonly blob: 'blob' | 'bytea'
}

export function connect(
  databaseUrl: string | undefined,
  dataFolder: string,
): { db: Database; engine: Engine } {
  if (databaseUrl === undefined) {
    const dialect = sqliteDialect(join(dataFolder, 'pusterom.sqlite'))
    return { db: new Kysely<Tables>({ dialect }), engine: { name: 'sqlite', blob: 'blob' } }
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, types: { getTypeParser } })
  // Without a listener an idle connection that the server drops would end the process; the next query reconnects.
  pool.on('error', () => {})
  // A pool that ends forgets who waits for a connection, and they would wait for ever. Each gets one first, and Kysely
  // then says that it is over.
  const end = pool.end.bind(pool)
  pool.end = async () => {
    while (pool.waitingCount > 0) await wait(10)
    await end()
  }
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    engine: { name: 'postgres', blob: 'bytea' },
  }
}

/** Counts are bigint (oid 20) in PostgreSQL, which pg gives as text; SQLite gives numbers. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text')

/** A row that others need was to go, or one that a row needs is not there: 787 in SQLite, 23503 in PostgreSQL. */
export const isForeignKeyError = (error: unknown): boolean =>
  error instanceof Error &&
  (('errcode' in error && error.errcode === 787) || ('code' in error && error.code === '23503'))

export const isPostgres = (db: Database): boolean => db.getExecutor().adapter instanceof PostgresAdapter
