import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { databases, openFresh, type TestDatabase } from '../../db/databases.ts'

/** Two processes, each with a hundred people who want the one seat at the same moment. */
async function race(database: TestDatabase, how: 'locked' | 'unlocked') {
  const { db, options } = await openFresh(database)
  const given = JSON.stringify({ ...options, key: options.key.toString('base64'), now: undefined })
  const script = join(import.meta.dirname, 'sign-up-often.ts')
  await Promise.all(
    [0, 100].map((from) => promisify(execFile)(process.execPath, [script, given, String(from), how])),
  )
  const rows = await db.selectFrom('sign_ups').select(['number', 'seated_at']).execute()
  return {
    db,
    seated: rows.filter((row) => row.seated_at !== null).length,
    numbers: rows.map((row) => row.number).sort((a, b) => a - b),
  }
}

describe.each(databases)('On $name', (database) => {
  test('of 200 who want the last seat from two processes at once, one gets it', async () => {
    const { db, seated, numbers } = await race(database, 'locked')
    expect(seated).toBe(1)
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    const mail = await db
      .selectFrom('outbox')
      .select('submission_id')
      .where('kind', '=', 'course confirmation')
      .execute()
    expect(new Set(mail.map((row) => row.submission_id)).size).toBe(200)
  })

  test('without the lock the seat is given to several: the test above proves something', async () => {
    const { seated, numbers } = await race(database, 'unlocked')
    expect(numbers).toHaveLength(200)
    expect(seated).toBeGreaterThan(1)
  })
})
