/** Opens the database of one deployment: newest shape, right municipality, right key. */
import type { Temporal } from 'temporal-polyfill'
import { connect, type Database } from './engine.ts'
import { instantText } from './instant.ts'
import { migrate } from './migrate.ts'
import { newLookupKey, SealError, Vault } from './vault.ts'

export type { Database } from './engine.ts'

export interface OpenOptions {
  /** `postgres://…`, or nothing for SQLite in the data folder. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly municipality: string
  /** The master key, 32 bytes. */
  readonly key: Buffer
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

/** The first start stamps the database; every later one must be of the same municipality and key. */
async function claim(trx: Database, { municipality, key, now }: OpenOptions): Promise<Vault> {
  const stamp = await trx.selectFrom('deployment').selectAll().executeTakeFirst()
  if (!stamp) {
    const lookup_key = newLookupKey(key)
    await trx
      .insertInto('deployment')
      .values({ id: 1, municipality, lookup_key, created_at: instantText(now) })
      .execute()
    return new Vault(key, lookup_key)
  }
  if (stamp.municipality !== municipality)
    throw new Error(
      `MUNICIPALITY: expected ${stamp.municipality}, which this database belongs to, got ${municipality}. Each municipality has its own database and key: set PUSTEROM_DATA, or DATABASE_URL, to another.`,
    )
  try {
    return new Vault(key, stamp.lookup_key)
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    throw new Error(
      'PUSTEROM_KEY (or the file `key` in the data folder): expected the key that this database was made with, got another. Without it nothing that people have sent can be read.',
    )
  }
}
