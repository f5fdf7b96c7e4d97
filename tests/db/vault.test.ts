import { describe, expect, test } from 'vitest'
import { SealError, Vault } from '#db/vault.ts'
import { databases, openFresh } from './databases.ts'

const place = { table: 'submissions', row: '1' }
const value = { name: 'Åse-Marié Ø’Næss', phone: '62 00 00 00' }

describe.each(databases)('On $name', (database) => {
  test('what is sealed opens again, letter for letter', async () => {
    const { db, vault } = await openFresh(database)
    expect(await vault.open(db, place, await vault.seal(db, place, value))).toEqual(value)
  })

  test('neither the sealed bytes nor the stored key show what was written', async () => {
    const { db, vault } = await openFresh(database)
    const { sealed } = await vault.seal(db, place, value)
    const [key] = await db.selectFrom('record_keys').selectAll().execute()
    const stored = Buffer.concat([sealed, key?.wrapped ?? Buffer.alloc(0)]).toString('latin1')
    for (const text of Object.values(value)) {
      expect(stored).not.toContain(text)
      expect(stored).not.toContain(Buffer.from(text).toString('latin1'))
    }
  })

  test('the same value never gives the same bytes twice', async () => {
    const { db, vault } = await openFresh(database)
    const [first, second] = [await vault.seal(db, place, value), await vault.seal(db, place, value)]
    expect(first.sealed.equals(second.sealed)).toBe(false)
    expect(first.key_id).not.toBe(second.key_id)
  })

  test('bytes moved to another row, table or key do not open', async () => {
    const { db, vault } = await openFresh(database)
    const sealed = await vault.seal(db, place, value)
    const other = await vault.seal(db, place, value)
    const elsewhere = [
      { at: { ...place, row: '2' }, bytes: sealed },
      { at: { ...place, table: 'staff' }, bytes: sealed },
      { at: place, bytes: { ...sealed, key_id: other.key_id } },
    ]
    for (const { at, bytes } of elsewhere) await expect(vault.open(db, at, bytes)).rejects.toThrow(SealError)
  })

  test('a wrapped key moved to another record does not open it', async () => {
    const { db, vault } = await openFresh(database)
    const [mine, theirs] = [await vault.seal(db, place, value), await vault.seal(db, place, value)]
    const { wrapped } = await db
      .selectFrom('record_keys')
      .select('wrapped')
      .where('id', '=', theirs.key_id)
      .executeTakeFirstOrThrow()
    await db.updateTable('record_keys').set({ wrapped }).where('id', '=', mine.key_id).execute()
    await expect(vault.open(db, place, mine)).rejects.toThrow(SealError)
  })

  test('changed bytes do not open', async () => {
    const { db, vault } = await openFresh(database)
    const { key_id, sealed } = await vault.seal(db, place, value)
    for (const index of [0, 12, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      await expect(vault.open(db, place, { key_id, sealed: changed })).rejects.toThrow(SealError)
    }
    await expect(vault.open(db, place, { key_id, sealed: sealed.subarray(0, 20) })).rejects.toThrow(SealError)
  })

  test('a record whose key is deleted is gone', async () => {
    const { db, vault } = await openFresh(database)
    const sealed = await vault.seal(db, place, value)
    await db.deleteFrom('record_keys').where('id', '=', sealed.key_id).execute()
    await expect(vault.open(db, place, sealed)).rejects.toThrow(SealError)
  })

  test('another master key opens nothing', async () => {
    const { db } = await openFresh(database)
    const { lookup_key } = await db.selectFrom('deployment').select('lookup_key').executeTakeFirstOrThrow()
    expect(() => new Vault({ key: Buffer.alloc(32, 9) }, lookup_key)).toThrow(SealError)
  })

  test('a fingerprint differs by purpose, by text and by database', async () => {
    const { vault } = await openFresh(database)
    const elsewhere = await openFresh(database)
    const prints = [
      vault.fingerprint('email', 'a'),
      vault.fingerprint('email', 'b'),
      vault.fingerprint('client', 'a'),
      elsewhere.vault.fingerprint('email', 'a'),
    ]
    expect(new Set(prints).size).toBe(4)
    expect(vault.fingerprint('email', 'a')).toBe(prints[0])
  })
})
