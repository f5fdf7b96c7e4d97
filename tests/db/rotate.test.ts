import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '#db/audit-verify.ts'
import { type OpenOptions, openDatabase } from '#db/open.ts'
import { hasCurrentKey, listReplacedKeys, rotateKeys } from '#db/rotate.ts'
import { listSubmissions } from '#db/submissions.ts'
import { masterKeyName, SealError } from '#db/vault.ts'
import { settleIn, submit } from '../backup/deployment.ts'
import { databases, now, openFresh, type TestDatabase } from './databases.ts'

const newKey = Buffer.alloc(32, 8)

async function withPeople(database: TestDatabase, count: number) {
  const before = await openFresh(database)
  await settleIn(before, count)
  const options: OpenOptions = { ...before.options, key: newKey, previousKey: before.options.key }
  const wrappedBy = async (key: Buffer) => {
    const rows = before.db.selectFrom('record_keys').where('master_key', '=', masterKeyName(key))
    const found = await rows.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    return found.count
  }
  return { before, options, old: before.options.key, wrappedBy }
}

/** Kills a rotation with SIGKILL when it has said that something is done: 500 keys, which it takes at a time. */
async function killInTheMiddle({ key, previousKey, ...options }: OpenOptions): Promise<void> {
  const keys = { key: key.toString('base64'), previousKey: previousKey?.toString('base64') }
  const given = JSON.stringify({ ...options, ...keys, now: options.now.toString() })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'rotate-once.ts'), given])
  child.stdout.on('data', (said) => {
    if (/^[1-9]/m.test(String(said))) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

describe.each(databases)('On $name a new master key', (database) => {
  test('wraps everything anew, and the old one is of no use afterwards', async () => {
    const { before, options, old, wrappedBy } = await withPeople(database, 3)
    expect([await wrappedBy(old), await wrappedBy(newKey)]).toEqual([4, 0])
    const after = await openDatabase(options)
    expect(await rotateKeys(after.db, after.vault, { now: () => now })).toBe(4)
    expect([await wrappedBy(old), await wrappedBy(newKey)]).toEqual([0, 4])
    expect(await rotateKeys(after.db, after.vault, { now: () => now })).toBeUndefined()
    expect((await verifyAudit(after.db)).problem).toBeUndefined()
    await after.close()

    const alone = await openDatabase({ ...options, previousKey: undefined })
    expect(await listSubmissions(alone.db, alone.vault)).toHaveLength(3)
    expect(alone.vault.fingerprint('email', 'a')).toBe(before.vault.fingerprint('email', 'a'))
    await alone.close()
    await expect(openDatabase(before.options)).rejects.toThrow(/PUSTEROM_KEY/)
  })

  test('can be killed in the middle: both keys read everything, and the next attempt ends it', async () => {
    const { options, old, wrappedBy } = await withPeople(database, 600)
    await killInTheMiddle(options)
    expect(await wrappedBy(newKey)).toBeGreaterThan(0)
    expect(await wrappedBy(old)).toBeGreaterThan(0)

    const between = await openDatabase(options)
    expect(await listReplacedKeys(between.db, between.vault)).toEqual([masterKeyName(old)])
    expect(await listSubmissions(between.db, between.vault, { limit: 2000 })).toHaveLength(600)
    await rotateKeys(between.db, between.vault, { now: () => now })
    await between.close()
    const alone = await openDatabase({ ...options, previousKey: undefined })
    expect(await listSubmissions(alone.db, alone.vault, { limit: 2000 })).toHaveLength(600)
    await alone.close()
  })

  test('is not there before the rotation has ended without the one before', async () => {
    const { options } = await withPeople(database, 1)
    await expect(openDatabase({ ...options, previousKey: undefined })).rejects.toThrow(
      /PUSTEROM_KEY_PREVIOUS/,
    )
  })

  test('takes along what a server with the old key seals meanwhile, and stops that server afterwards', async () => {
    const { before, options, old, wrappedBy } = await withPeople(database, 2)
    const after = await openDatabase(options)
    let meanwhile: Promise<string> | undefined
    await rotateKeys(after.db, after.vault, {
      now: () => now,
      progress: (done) => {
        if (done > 0) meanwhile ??= submit(before, 'Torgunn Lyktestad')
      },
    })
    await meanwhile?.catch((error: unknown) => expect(error).toBeInstanceOf(SealError))
    expect(await wrappedBy(old)).toBe(0)
    expect(await hasCurrentKey(after.db, after.vault)).toBe(true)
    expect(await hasCurrentKey(before.db, before.vault)).toBe(false)
    await expect(submit(before, 'Never kept')).rejects.toThrow(/restart with the new PUSTEROM_KEY/)
    const texts = (await listSubmissions(after.db, after.vault)).map((each) => each.answers[0]?.text)
    expect(texts).not.toContain('Never kept')
    await after.close()
  })
})
