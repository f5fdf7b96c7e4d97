/**
 * Group commit. A durable commit waits for the disk, and SQLite makes one at a time; what waits at the same moment
 * shares one. On PostgreSQL, which does the same by itself, each act is a transaction of its own.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from './engine.ts'

interface Waiting {
  /** Does its part, and gives what says so to whoever waits. */
  act(trx: Database): Promise<() => void>
  reject(reason: unknown): void
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
    const waiting: Waiting = {
      async act(trx) {
        const value = await act(trx)
        return () => resolve(value)
      },
      reject,
    }
    const line = lines.get(db)
    if (line) line.push(waiting)
    else void run(db, [waiting])
  })
}

/** Commits until nobody waits. */
async function run(db: Database, line: Waiting[]): Promise<void> {
  lines.set(db, line)
  while (line.length > 0) {
    await untilAllHaveCome(line)
    let taken: Waiting[] = []
    try {
      const answers = await db.transaction().execute((trx) => {
        taken = line.splice(0, most)
        return actAll(trx, taken)
      })
      for (const answer of answers) answer()
    } catch (error) {
      // A transaction that could not begin took nobody; then it fails for those who wait.
      for (const each of taken.length > 0 ? taken : line.splice(0)) each.reject(error)
    }
  }
  lines.delete(db)
}

async function actAll(trx: Database, taken: readonly Waiting[]): Promise<(() => void)[]> {
  const [only] = taken
  // What one alone throws takes back the transaction.
  if (only && taken.length === 1) return [await only.act(trx)]
  const answers: (() => void)[] = []
  for (const each of taken) answers.push(await inSavepoint(trx, each))
  return answers
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

async function inSavepoint(trx: Database, waiting: Waiting): Promise<() => void> {
  await sql`savepoint act`.execute(trx)
  try {
    const answer = await waiting.act(trx)
    await sql`release act`.execute(trx)
    return answer
  } catch (reason) {
    try {
      await sql`rollback to act`.execute(trx)
      await sql`release act`.execute(trx)
    } catch {
      // On a full disk SQLite takes back the whole transaction, and the savepoint with it.
      throw reason
    }
    return () => waiting.reject(reason)
  }
}
