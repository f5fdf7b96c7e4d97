import { describe, expect, test } from 'vitest'
import { findDeadLetter, letGoOfMail, listDeadLetters, retryMail } from '#db/dead-letters.ts'
import { enqueueMail, leaseMail, returnMail } from '#db/outbox.ts'
import { databases, now, openFresh, type TestDatabase } from './databases.ts'

const mail = { to: 'kari@fjordvik.example', subject: 'Takk', text: 'Hei!' }

/** One mail that was given up, and one that waits. */
async function openWithDead(database: TestDatabase) {
  const { db, vault } = await openFresh(database)
  for (const kind of ['volunteer confirmation', 'volunteer notice'])
    await db.transaction().execute((trx) => enqueueMail(trx, vault, { ...mail, kind, now }))
  const leased = await leaseMail(db, now, now.add({ minutes: 5 }))
  if (!leased) throw new Error('expected mail to lease, got none')
  await returnMail(db, leased, { problem: 'EENVELOPE 550', givenUpAt: now.add({ hours: 24 }) })
  const act = <T>(run: (trx: typeof db) => Promise<T>) => db.transaction().execute(run)
  return { db, vault, id: leased.id, act, list: () => listDeadLetters(db, { limit: 10, offset: 0 }) }
}

describe.each(databases)('mail that did not arrive, on $name', (database) => {
  test('is listed without its address, which is read one by one', async () => {
    const { db, vault, id, list } = await openWithDead(database)
    expect(await list()).toMatchObject([{ id, attempts: 1, problem: 'EENVELOPE 550', reference: null }])
    expect(JSON.stringify(await list())).not.toContain('kari')
    expect(await findDeadLetter(db, vault, id)).toMatchObject(mail)
  })

  test('waits again as if it were new when somebody tries again, once', async () => {
    const { db, id, act, list } = await openWithDead(database)
    const later = now.add({ hours: 48 })
    expect(await act((trx) => retryMail(trx, { id, now: later }))).toBe(true)
    expect(await act((trx) => retryMail(trx, { id, now: later }))).toBe(false)
    expect(await list()).toEqual([])
    const kinds = [1, 2].map(() => leaseMail(db, later, later.add({ minutes: 5 })))
    expect(await Promise.all(kinds)).toContainEqual(expect.objectContaining({ id, attempts: 1 }))
  })

  test('is gone with its key when somebody lets it go, and mail on its way is not', async () => {
    const { db, id, act, list } = await openWithDead(database)
    const keys = () => db.selectFrom('record_keys').select('id').execute()
    const before = (await keys()).length
    expect(await act((trx) => letGoOfMail(trx, id))).toBe(true)
    expect(await act((trx) => letGoOfMail(trx, id))).toBe(false)
    expect(await list()).toEqual([])
    expect(await keys()).toHaveLength(before - 1)
    const [waiting] = await db.selectFrom('outbox').select('id').execute()
    expect(await act((trx) => letGoOfMail(trx, waiting?.id ?? ''))).toBe(false)
  })
})
