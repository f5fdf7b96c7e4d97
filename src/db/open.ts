/** Opens the database of one deployment: newest shape, right municipality, right key. */
import type { Temporal } from 'temporal-polyfill'
import { connect, type Database } from './engine.ts'
import { instantText } from './instant.ts'
import { migrate } from './migrate.ts'
import { type MasterKeys, masterKeyName, newLookupKey, SealError, Vault } from './vault.ts'

export type { Database } from './engine.ts'

export interface OpenOptions extends MasterKeys {
  /** `postgres://…`, or nothing for SQLite in the data folder. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly municipality: string
  readonly now: Temporal.Instant
}

/** @throws when the database belongs to another municipality, another key or a newer version of Pusterom */
export async function openDatabase(
  options: OpenOptions,
): Promise<{ db: Database; vault: Vault; close(): Promise<void> }> {
  const { db, engine } = connect(options.databaseUrl, options.dataFolder)
  try {
    const vault = await db.transaction().execute(async (trx) => {
      await migrate(trx, engine, options.now)
      return claim(trx, options)
    })
    return { db, vault, close: () => db.destroy() }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

type Claim = Omit<OpenOptions, 'databaseUrl' | 'dataFolder'>

/** The first start stamps the database; every later one must be of the same municipality and key. */
export async function claim(trx: Database, { municipality, now, ...keys }: Claim): Promise<Vault> {
  const stamp = await trx.selectFrom('deployment').selectAll().executeTakeFirst()
  if (!stamp) {
    const lookup_key = newLookupKey(keys.key)
    await trx
      .insertInto('deployment')
      .values({ id: 1, municipality, lookup_key, created_at: instantText(now) })
      .execute()
    await addMasterKey(trx, masterKeyName(keys.key), now)
    return new Vault(keys, lookup_key)
  }
  if (stamp.municipality !== municipality)
    throw new Error(
      `MUNICIPALITY: expected ${stamp.municipality}, which this database belongs to, got ${municipality}. Each municipality has its own database and key: set PUSTEROM_DATA, or DATABASE_URL, to another.`,
    )
  const vault = openVault(keys, stamp.lookup_key)
  await nameMasterKeys(trx, keys, stamp.lookup_key, now)
  return vault
}

function openVault(keys: MasterKeys, lookupKey: Uint8Array): Vault {
  try {
    return new Vault(keys, lookupKey)
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    throw new Error(
      'PUSTEROM_KEY (or the file `key` in the data folder): expected the key that this database was made with, got another. Without it nothing that people have sent can be read. While keys are changed, PUSTEROM_KEY_PREVIOUS is the old one until npm run rotate-keys has ended.',
    )
  }
}

/** Notes the key of now, and for a database from before keys had names which one has wrapped everything. */
async function nameMasterKeys(trx: Database, keys: MasterKeys, lookupKey: Uint8Array, now: Temporal.Instant) {
  const known = (await trx.selectFrom('master_keys').select('id').execute()).map(({ id }) => id)
  if (known.length === 0) {
    const first = masterKeyName(opens(keys.key, lookupKey) ? keys.key : (keys.previousKey ?? keys.key))
    await addMasterKey(trx, first, now)
    await trx.updateTable('record_keys').set({ master_key: first }).execute()
    known.push(first)
  }
  const current = masterKeyName(keys.key)
  if (!known.includes(current)) await addMasterKey(trx, current, now)
}

function opens(key: Buffer, lookupKey: Uint8Array): boolean {
  try {
    return new Vault({ key }, lookupKey) instanceof Vault
  } catch {
    return false
  }
}

const addMasterKey = (trx: Database, id: string, now: Temporal.Instant) =>
  trx
    .insertInto('master_keys')
    .values({ id, added_at: instantText(now) })
    .execute()
