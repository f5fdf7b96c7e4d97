/**
 * Kysely on node:sqlite. Two things that the built-in SQLite driver of Kysely leaves to others: a transaction takes
 * the write lock at once (BEGIN IMMEDIATE, so it never fails halfway as a late writer), and waiting for another
 * process does not stop this one. That the one connection has one user at a time is Kysely's own work
 * (`supportsMultipleConnections` of its adapter): inside a transaction use the transaction, for a query on the
 * database itself would wait for ever.
 */
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'

/** How long a statement waits for another process before it fails. */
const patience = 10_000
const keptStatements = 200
/** Each savepoint keeps the pages that it changes; on the disk they would cost more than the change itself. */
const pragmas = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'secure_delete=ON',
  'foreign_keys=ON',
  'temp_store=MEMORY',
]

export function sqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class SqliteDriver implements Driver {
  readonly #file: string
  #connection: SqliteConnection | undefined

  constructor(file: string) {
    this.#file = file
  }

  async init() {
    // Only here: a serverless host may have no such module, and needs none.
    const { DatabaseSync } = await import('node:sqlite')
    makePrivate(this.#file)
    this.#connection = new SqliteConnection(new DatabaseSync(this.#file, { timeout: 0 }))
    for (const pragma of pragmas) await this.#connection.executeQuery(CompiledQuery.raw(`pragma ${pragma}`))
  }

  /** Also when it is closed: its queries then fail, while to fail here would leave those waiting behind to wait on. */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#connection) throw new Error('expected a SQLite database that was opened, got none')
    return this.#connection
  }

  async releaseConnection() {}

  /** One that only reads sees what was there at its first query, and lets others write. */
  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings) {
    const begin = accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    // A full disk makes SQLite roll back by itself; the error worth seeing is then the first one.
    if ((connection as SqliteConnection).inTransaction)
      await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy() {
    this.#connection?.close()
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, Prepared>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  get inTransaction() {
    return this.#database.isTransaction
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const parameters = query.parameters as SQLInputValue[]
    return patiently(() => {
      const { statement, answers } = this.#prepare(query.sql)
      if (answers) return { rows: statement.all(...parameters) as Row[] }
      const { changes, lastInsertRowid } = statement.run(...parameters)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    })
  }

  // biome-ignore lint/correctness/useYield: nothing here streams, and a driver must answer
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('expected execute(), got stream(): SQLite answers are read at once')
  }

  close() {
    this.#statements.clear()
    this.#database.close()
  }

  /** Keeps the statements used last; the one unused the longest goes first. */
  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql)
    if (known) this.#statements.delete(sql)
    const prepared = known ?? prepare(this.#database, sql)
    this.#statements.set(sql, prepared)
    if (known || this.#statements.size <= keptStatements) return prepared
    const [oldest = ''] = this.#statements.keys()
    this.#statements.delete(oldest)
    return prepared
  }
}

interface Prepared {
  readonly statement: StatementSync
  /** Whether it has rows to give. */
  readonly answers: boolean
}

function prepare(database: DatabaseSync, sql: string): Prepared {
  const statement = database.prepare(sql)
  return { statement, answers: statement.columns().length > 0 }
}

/** SQLite's own busy_timeout sleeps with the whole process; this waits and lets other requests go on. */
async function patiently<T>(act: () => T): Promise<T> {
  for (let waited = 0; ; waited += 5) {
    try {
      return act()
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw error
      await wait(5)
    }
  }
}

/** Result code 5, SQLITE_BUSY, in its low byte: https://www.sqlite.org/rescode.html */
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 255) === 5

/** Only the account that runs Pusterom may read the folder and the file; SQLite gives -wal and -shm the same mode. */
function makePrivate(file: string) {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, 0o700)
  closeSync(openSync(file, 'a', 0o600))
}
