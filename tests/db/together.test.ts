import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Database } from '#db/open.ts'
import { together } from '#db/together.ts'
import { databases, now, openFresh } from './databases.ts'

const add = (db: Database, name: string) =>
  db.insertInto('throttles').values({ fingerprint: name, started_at: now.toString(), attempts: 1 }).execute()
const names = async (db: Database) =>
  (await db.selectFrom('throttles').select('fingerprint').orderBy('fingerprint').execute()).map(
    (row) => row.fingerprint,
  )

describe.each(databases)('On $name', (database) => {
  test('each act that waits gets its own answer, and all are kept', async () => {
    const { db } = await openFresh(database)
    const acts = Array.from({ length: 50 }, (_, index) =>
      together(db, async (trx) => {
        await add(trx, `act ${index}`)
        return index
      }),
    )
    expect(await Promise.all(acts)).toEqual(Array.from({ length: 50 }, (_, index) => index))
    expect(await names(db)).toHaveLength(50)
  })

  test('one that fails takes back itself alone', async () => {
    const { db } = await openFresh(database)
    const acts = ['a', 'b', 'c'].map((name) =>
      together(db, async (trx) => {
        await add(trx, name)
        if (name === 'b') throw new RangeError(name)
        return name
      }),
    )
    const results = await Promise.allSettled(acts)
    expect(results.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(results[1]).toMatchObject({ reason: new RangeError('b') })
    expect(await names(db)).toEqual(['a', 'c'])
  })

  test('one whose query the database refuses takes back itself alone', async () => {
    const { db } = await openFresh(database)
    const acts = ['a', 'a', 'b'].map((name) => together(db, (trx) => add(trx, name)))
    expect((await Promise.allSettled(acts)).filter((each) => each.status === 'rejected')).toHaveLength(1)
    expect(await names(db)).toEqual(['a', 'b'])
  })

  test('nobody is left waiting when the database is closed', async () => {
    const { db } = await openFresh(database)
    await db.destroy()
    const acts = ['a', 'b'].map((name) => together(db, (trx) => add(trx, name)))
    expect((await Promise.allSettled(acts)).map((each) => each.status)).toEqual(['rejected', 'rejected'])
  })
})

describe('On SQLite alone', () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('expected a database')

  test('those that come in the same turn share one commit, and none is told before it', async () => {
    const { db } = await openFresh(sqlite)
    /** How many acts were done when each of four was told of its own. */
    const toldAfter = async (run: typeof together, prefix: string) => {
      const told: number[] = []
      let done = 0
      const act = (name: string) =>
        run(db, async (trx) => {
          await add(trx, prefix + name)
          done++
        }).then(() => told.push(done))
      await Promise.all(['a', 'b', 'c', 'd'].map(act))
      return told
    }
    expect(await toldAfter((each, act) => each.transaction().execute(act), 'alone ')).toEqual([1, 2, 3, 4])
    expect(await toldAfter(together, 'together ')).toEqual([4, 4, 4, 4])
  })

  test('on a full disk everybody in the commit is told, and the next one is kept when there is room again', async () => {
    const { db } = await openFresh(sqlite)
    await add(db, 'before')
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count}`).execute(db)
    const long = 'x'.repeat(20_000)
    const acts = ['small', long, 'after'].map((name) => together(db, (trx) => add(trx, name)))
    const results = await Promise.allSettled(acts)
    expect(results[1]).toMatchObject({ status: 'rejected', reason: { errcode: 13 } })
    const kept = await names(db)
    expect(kept).toContain('before')
    const told = ['small', long, 'after'].filter((_, index) => results[index]?.status === 'fulfilled')
    expect(kept.filter((name) => name !== 'before')).toEqual(told.toSorted())
    await sql`pragma max_page_count = 1000000`.execute(db)
    await together(db, (trx) => add(trx, long))
    expect(await names(db)).toContain(long)
  })
})
