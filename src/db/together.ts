/**
 * Group commit. A durable commit waits for the disk, and SQLite makes one at a time; what waits at the same moment
 * shares one. On PostgreSQL, which does the same by itself, each act is a transaction of its own.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from './engine.ts'

interface Waiting {
  /** Does its part in the transaction; from then on it is known what to say once that has held. */
  take(trx: Database): Promise<void>
  /** Says so, after the commit. */
  settle(): void
  fail(reason: unknown): void
}

/** In one commit: a crowd waits no longer than this many acts take, and the log of SQLite stays short. */
const most = 256

const lines = new WeakMap<Database, Waiting[]>()

/**
 * Runs an act in a transaction, perhaps with others, and resolves when it is durably committed.
 *
 * On SQLite each act has a savepoint of its own: one that throws takes back itself and nothing of the others. When
 * the commit fails, all of them fail.
 *
 * @param act uses only `trx`, and may run again if it throws and its caller wants so
 * @example const receipt = await together(db, (trx) => keep(trx, post))
 */
export function together<T>(db: Database, act: (trx: Database) => Promise<T>): Promise<T> {
  if (db.getExecutor().adapter.supportsMultipleConnections !== false) return db.transaction().execute(act)
  return new Promise<T>((resolve, reject) => {
    let settle = () => {}
    const waiting: Waiting = {
      async take(trx) {
        try {
          const value = await inSavepoint(trx, act)
          settle = () => resolve(value)
        } catch (error) {
          if (error instanceof LostTransaction) throw error.cause
          settle = () => reject(error)
        }
      },
      settle: () => settle(),
      fail: reject,
    }
    const line = lines.get(db)
    if (line) line.push(waiting)
    else void run(db, waiting)
  })
}

/** Commits until nobody waits. */
async function run(db: Database, first: Waiting): Promise<void> {
  const line = [first]
  lines.set(db, line)
  while (line.length > 0) {
    await untilAllHaveCome(line)
    const taken: Waiting[] = []
    try {
      await db.transaction().execute(async (trx) => {
        for (let next = line.shift(); next; next = taken.length < most ? line.shift() : undefined) {
          taken.push(next)
          await next.take(trx)
        }
      })
      for (const each of taken) each.settle()
    } catch (error) {
      // A transaction that could not begin took nobody; then it fails for those who wait.
      for (const each of taken.length > 0 ? taken : line.splice(0)) each.fail(error)
    }
  }
  lines.delete(db)
}

/**
 * SQLite stops this thread while it commits, so nobody can join in that time: requests wait in their sockets. They
 * are read in the next turn of the event loop, which costs microseconds when there are none.
 */
async function untilAllHaveCome(line: readonly Waiting[]): Promise<void> {
  for (let before = 0; before < line.length && line.length < most; ) {
    before = line.length
    await nextTurn()
  }
}

/** SQLite took back the whole transaction, as it does on a full disk. */
class LostTransaction extends Error {}

async function inSavepoint<T>(trx: Database, act: (trx: Database) => Promise<T>): Promise<T> {
  await sql`savepoint act`.execute(trx)
  try {
    const value = await act(trx)
    await sql`release act`.execute(trx)
    return value
  } catch (cause) {
    try {
      await sql`rollback to act`.execute(trx)
      await sql`release act`.execute(trx)
    } catch {
      throw new LostTransaction('expected a savepoint to go back to, got none', { cause })
    }
    throw cause
  }
}
