import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { addAuditLine, chainedHash, getAuditHead, listAuditLines, listLinesAfter } from '#db/audit.ts'
import { verifyAudit } from '#db/audit-verify.ts'
import type { Database, OpenOptions } from '#db/open.ts'
import { databases, now, openFresh } from './databases.ts'

const addLines = (db: Database, rows: readonly string[]) =>
  db.transaction().execute(async (trx) => {
    for (const row of rows)
      await addAuditLine(trx, { actor: 'system', act: 'read', table: 'submissions', row, now })
  })

function addElsewhere({ key, ...options }: OpenOptions, actor: string, count: number) {
  const given = JSON.stringify({ ...options, key: key.toString('base64'), now: options.now.toString() })
  const script = join(import.meta.dirname, 'add-lines.ts')
  return promisify(execFile)(process.execPath, [script, given, actor, String(count)])
}

const remove = (db: Database, number: number) =>
  db.deleteFrom('audit_lines').where('number', '=', number).execute()

describe.each(databases)('On $name the audit log', (database) => {
  test('shows who did what with a row, oldest first', async () => {
    const { db } = await openFresh(database)
    await addLines(db, ['a', 'b', 'a'])
    const lines = await listAuditLines(db, { table: 'submissions', row: 'a' })
    expect(lines).toMatchObject([
      { number: 1, actor: 'system', act: 'read', row: 'a', at: '2026-11-21T08:00:00.000Z' },
      { number: 3, row: 'a' },
    ])
    expect(await verifyAudit(db)).toEqual({ end: await getAuditHead(db), problem: undefined })
  })

  test('is one chain when two processes add to it at once', async () => {
    const { db, options } = await openFresh(database)
    await Promise.all([addElsewhere(options, 'kari', 40), addElsewhere(options, 'system', 40)])
    const actors = (await listLinesAfter(db, 0, 100)).map((line) => line.actor)
    expect(actors.filter((actor) => actor === 'kari')).toHaveLength(40)
    expect(await verifyAudit(db)).toMatchObject({ end: { number: 80 }, problem: undefined })
  })

  test('stands or falls with the act', async () => {
    const { db } = await openFresh(database)
    const failing = db.transaction().execute(async (trx) => {
      await addAuditLine(trx, { actor: 'system', act: 'close', table: 'referrals', row: 'a', now })
      throw new Error('the act failed')
    })
    await expect(failing).rejects.toThrow('the act failed')
    expect((await getAuditHead(db)).number).toBe(0)
    expect((await verifyAudit(db)).problem).toBeUndefined()
  })

  test('takes ids only, and only in a transaction', async () => {
    const { db } = await openFresh(database)
    await expect(addLines(db, ['Kari Nordmann'])).rejects.toThrow(/expected ids and verbs/)
    const outside = addAuditLine(db, { actor: 'system', act: 'read', table: 'staff', row: 'a', now })
    await expect(outside).rejects.toThrow(/expected a transaction/)
  })

  test('says at which line a changed word, a removed line and a moved line break it', async () => {
    const { db } = await openFresh(database)
    await addLines(db, ['a', 'b', 'c', 'd'])
    expect((await verifyAudit(db)).problem).toBeUndefined()
    await db.updateTable('audit_lines').set({ actor: 'kari' }).where('number', '=', 3).execute()
    expect(await verifyAudit(db)).toMatchObject({
      end: { number: 2 },
      problem: expect.stringMatching(/expected line 3 as/),
    })
    await remove(db, 3)
    expect((await verifyAudit(db)).problem).toMatch(/expected line 3, got line 4/)
    await db.updateTable('audit_lines').set({ number: 3 }).where('number', '=', 4).execute()
    expect((await verifyAudit(db)).problem).toMatch(/expected line 3 as/)
  })

  test('notices a line that was inserted with a right hash of its own', async () => {
    const { db } = await openFresh(database)
    await addLines(db, ['a', 'b'])
    const [first, second] = await listLinesAfter(db, 0, 2)
    if (!first || !second) throw new Error('expected two lines')
    await db.updateTable('audit_lines').set({ number: 3 }).where('number', '=', 2).execute()
    const forged = { ...second, row: 'x' }
    await db
      .insertInto('audit_lines')
      .values({
        number: 2,
        at: forged.at,
        actor: forged.actor,
        act: forged.act,
        table_name: forged.table,
        row_id: forged.row,
        hash: chainedHash(first.hash, forged),
      })
      .execute()
    expect((await verifyAudit(db)).problem).toMatch(/expected line 3 as/)
  })

  test('notices lines cut from its end', async () => {
    const { db } = await openFresh(database)
    await addLines(db, ['a', 'b', 'c'])
    await remove(db, 3)
    expect(await verifyAudit(db)).toMatchObject({
      end: { number: 2 },
      problem: expect.stringMatching(/removed from the end/),
    })
  })

  test('cannot be made anew past a head that was noted elsewhere', async () => {
    const { db } = await openFresh(database)
    await addLines(db, ['a', 'b'])
    const noted = (await getAuditHead(db)).hash
    await addLines(db, ['c'])
    expect((await verifyAudit(db, { noted })).problem).toBeUndefined()
    await db.deleteFrom('audit_lines').execute()
    await db
      .updateTable('audit_head')
      .set({ number: 0, hash: '0'.repeat(64) })
      .execute()
    await addLines(db, ['a', 'x', 'c'])
    expect((await verifyAudit(db)).problem).toBeUndefined()
    expect((await verifyAudit(db, { noted })).problem).toMatch(/passes through/)
  })
})
