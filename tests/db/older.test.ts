import { describe, expect, test } from 'vitest'
import { makeBackup } from '#backup/backup.ts'
import { restoreBackup } from '#backup/restore.ts'
import { connect } from '#db/engine.ts'
import { instantText } from '#db/instant.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { listMigrations, listTables } from '#db/snapshot.ts'
import { masterKeyName, newLookupKey, SealError, Vault } from '#db/vault.ts'
import { emptyFolder, newRecipient } from '../backup/deployment.ts'
import { databases, now, type TestDatabase } from './databases.ts'

const first = ['001-foundation', '002-intake', '003-feed-tokens', '004-references']
const place = { table: 'staff', row: 'kari' }

/** A database as the first version made it: record keys do not say who wrapped them. */
async function older(database: TestDatabase, names = first) {
  const options = await database.options()
  const { db, engine } = connect(options.databaseUrl, options.dataFolder)
  const lookup_key = newLookupKey(options.key)
  const sealed = await db.transaction().execute(async (trx) => {
    await migrate(trx, engine, now, new Set(names))
    const stamp = { id: 1, municipality: 'fjordvik', lookup_key, created_at: instantText(now) } as const
    await trx.insertInto('deployment').values(stamp).execute()
    // Sealed with the columns of then.
    let wrapped: Uint8Array | undefined
    const keeping = {
      insertInto: () => ({ values: (row: { id: string; wrapped: Uint8Array }) => keep(row) }),
    }
    const keep = (row: { id: string; wrapped: Uint8Array }) => {
      wrapped = row.wrapped
      return { execute: async () => {} }
    }
    const sealed = await new Vault(options, lookup_key).seal(keeping as never, place, 'Kari Fjordheim')
    await trx
      .insertInto('record_keys')
      .values({ id: sealed.key_id, wrapped } as never)
      .execute()
    return sealed
  })
  expect(await listMigrations(db)).toEqual(names)
  expect(await listTables(db)).not.toContain('master_keys')
  await db.destroy()
  return { options, sealed }
}

describe.each(databases)('On $name a database of the first version', (database) => {
  test('keeps what was sealed, and says from now on which key wraps it', async () => {
    const { options, sealed } = await older(database)
    const { db, vault, close } = await openDatabase(options)
    expect(await vault.open(db, place, sealed)).toBe('Kari Fjordheim')
    const rows = await db.selectFrom('record_keys').select('master_key').execute()
    expect(rows).toEqual([{ master_key: masterKeyName(options.key) }])
    await close()
  })

  test('can be opened for the first time in the middle of a change of keys', async () => {
    const { options, sealed } = await older(database)
    const keys = { key: Buffer.alloc(32, 8), previousKey: options.key }
    const { db, vault, close } = await openDatabase({ ...options, ...keys })
    expect(await vault.open(db, place, sealed)).toBe('Kari Fjordheim')
    const names = await db.selectFrom('master_keys').select('id').orderBy('id').execute()
    expect(names.map(({ id }) => id)).toEqual([masterKeyName(keys.key), masterKeyName(options.key)].sort())
    await expect(vault.open(db, { ...place, row: 'other' }, sealed)).rejects.toThrow(SealError)
    await close()
  })

  test('can be restored from a backup that was made then', async () => {
    const { options, sealed } = await older(database, [...first, '007-audit'])
    const { db: then } = connect(options.databaseUrl, options.dataFolder)
    const who = await newRecipient()
    const plan = { municipality: 'fjordvik', now, days: 30, folder: emptyFolder(), ...who }
    const { file } = await makeBackup({ ...plan, db: then })
    await then.destroy()

    const machine = await database.options()
    await restoreBackup({ options: machine, file, identityFile: who.identityFile })
    const { db, vault, close } = await openDatabase(machine)
    expect(await listTables(db)).toContain('volunteers')
    expect(await vault.open(db, place, sealed)).toBe('Kari Fjordheim')
    await close()
  })
})
