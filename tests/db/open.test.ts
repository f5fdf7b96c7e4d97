import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CompiledQuery, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type OpenOptions, openDatabase } from '#db/open.ts'
import { databases, openFresh } from './databases.ts'

/** Opens in a process of its own and says how many stamps and migrations it then sees. */
async function openElsewhere(options: OpenOptions): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'open-once.ts'),
    JSON.stringify({ ...options, key: options.key.toString('base64'), now: options.now.toString() }),
  ])
  return stdout.trim()
}

describe.each(databases)('On $name', (database) => {
  test('five processes that start at once on nothing make one database', async () => {
    const options = await database.options()
    const fingerprints = await Promise.all(Array.from({ length: 5 }, () => openElsewhere(options)))
    expect(fingerprints[0]).toMatch(/^fjordvik [0-9a-f]{64}$/)
    expect(new Set(fingerprints).size).toBe(1)
  })

  test('a database keeps its content from one start to the next', async () => {
    const { options, vault, close } = await openFresh(database)
    await close()
    const again = await openDatabase(options)
    expect(again.vault.fingerprint('email', 'kari@fjordvik.example')).toBe(
      vault.fingerprint('email', 'kari@fjordvik.example'),
    )
    await again.close()
  })

  test('a database of another municipality refuses to start', async () => {
    const { options } = await openFresh(database)
    await expect(openDatabase({ ...options, municipality: 'gjovik' })).rejects.toThrow(
      /expected fjordvik.+got gjovik/,
    )
  })

  test('another master key refuses to start', async () => {
    const { options } = await openFresh(database)
    await expect(openDatabase({ ...options, key: Buffer.alloc(32, 8) })).rejects.toThrow(
      /PUSTEROM_KEY.+expected the key that this database was made with/,
    )
  })

  test('a database of a newer version refuses to start', async () => {
    const { db, options } = await openFresh(database)
    await db
      .insertInto('migrations' as never)
      .values({ name: '999-later', ran_at: '2027-01-01T00:00:00.000Z' } as never)
      .execute()
    await expect(openDatabase(options)).rejects.toThrow(/this version.+999-later/)
  })

  test('a failed transaction leaves nothing behind', async () => {
    const { db } = await openFresh(database)
    const attempt = db.transaction().execute(async (trx) => {
      await trx
        .insertInto('record_keys')
        .values({ id: 'a', wrapped: Buffer.from('x') })
        .execute()
      expect(await trx.selectFrom('record_keys').selectAll().execute()).toHaveLength(1)
      throw new Error('midway')
    })
    await expect(attempt).rejects.toThrow('midway')
    expect(await db.selectFrom('record_keys').selectAll().execute()).toEqual([])
  })

  // At once, while connections are being opened, and when they are.
  test.each([0, 50])('when it closes after %i ms, all who wait in line are told so', async (milliseconds) => {
    const { db, close } = await openFresh(database)
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const count = () => db.selectFrom('deployment').select('id').execute()
    expect(await count()).toHaveLength(1)
    const transaction = db.transaction().execute(() => held)
    const queue = Array.from({ length: 20 }, count)
    await wait(milliseconds)
    const closing = close()
    letGo()
    const settled = await Promise.race([
      Promise.allSettled([transaction, ...queue, closing]),
      wait(30_000, 'still waiting'),
    ])
    expect(settled).toHaveLength(22)
  })

  test('a query beside an open transaction neither joins it nor sees it', async () => {
    const { db } = await openFresh(database)
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const transaction = db.transaction().execute(async (trx) => {
      await trx
        .insertInto('record_keys')
        .values({ id: 'inside', wrapped: Buffer.from('x') })
        .execute()
      await held
      throw new Error('rolled back')
    })
    const beside = db
      .insertInto('record_keys')
      .values({ id: 'beside', wrapped: Buffer.from('y') })
      .execute()
    letGo()
    await expect(transaction).rejects.toThrow('rolled back')
    await beside
    expect(await db.selectFrom('record_keys').select('id').execute()).toEqual([{ id: 'beside' }])
  })

  test('two connections that write to the same row at once lose no write', async () => {
    const { db, options } = await openFresh(database)
    const other = await openDatabase(options)
    await db.insertInto('throttles').values({ fingerprint: 'f', started_at: 't', attempts: 0 }).execute()
    const addOne = (connection: typeof db) =>
      connection
        .updateTable('throttles')
        .set((row) => ({ attempts: row('attempts', '+', 1) }))
        .execute()
    await Promise.all(Array.from({ length: 40 }, (_, index) => addOne(index % 2 ? db : other.db)))
    const { attempts } = await db.selectFrom('throttles').select('attempts').executeTakeFirstOrThrow()
    expect(attempts).toBe(40)
    await other.close()
  })
})

test('every reference is found from the row that it names, without reading its whole table', async () => {
  const [sqlite] = databases
  if (sqlite?.name !== 'SQLite') throw new Error('expected SQLite first')
  const { db } = await openFresh(sqlite)
  const listed = await sql<{ at: string }>`
    select t.name || '.' || reference."from" as at
    from sqlite_master t, pragma_foreign_key_list(t.name) reference where t.type = 'table'`.execute(db)
  const indexed = await sql<{ at: string }>`
    select t.name || '.' || first.name as at
    from sqlite_master t, pragma_index_list(t.name) i, pragma_index_info(i.name) first
    where t.type = 'table' and first.seqno = 0 and i.partial = 0`.execute(db)
  const references = listed.rows.map((row) => row.at)
  expect(references).toContain('outbox.key_id')
  expect(references.filter((each) => !indexed.rows.some((row) => row.at === each))).toEqual([])
})

test('SQLite keeps its files to the account that runs it, deletes for real and flushes each commit', async () => {
  const [sqlite] = databases
  if (sqlite?.name !== 'SQLite') throw new Error('expected SQLite first')
  const { db, options } = await openFresh(sqlite)
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
  expect(mode(options.dataFolder)).toBe('700')
  for (const file of ['pusterom.sqlite', 'pusterom.sqlite-wal', 'pusterom.sqlite-shm'])
    expect([file, mode(join(options.dataFolder, file))]).toEqual([file, '600'])
  const pragma = async (name: string) => (await db.executeQuery(CompiledQuery.raw(`pragma ${name}`))).rows[0]
  expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(await pragma('synchronous')).toEqual({ synchronous: 2 })
  expect(await pragma('secure_delete')).toEqual({ secure_delete: 1 })
  expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 })
})
