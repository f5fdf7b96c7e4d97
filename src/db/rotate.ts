/**
 * A new master key for a database: every small key is wrapped anew, the records stay as they are. It may be killed at
 * any moment and called again; meanwhile servers work with both keys.
 */
import type { Temporal } from 'temporal-polyfill'
import { addAuditLine } from './audit.ts'
import { type Database, isForeignKeyError } from './engine.ts'
import type { Vault } from './vault.ts'

const atOnce = 500

/**
 * @param vault with the new key, and the previous one as long as anything is wrapped by it
 * @param progress called with how many keys are done and how many there are to do in all
 * @returns how many keys were wrapped anew; nothing when no other key was in use
 * @throws {SealError} when neither key opens what is there
 */
export async function rotateKeys(
  db: Database,
  vault: Vault,
  {
    now,
    progress = () => {},
  }: { now: () => Temporal.Instant; progress?: (done: number, all: number) => void },
): Promise<number | undefined> {
  if ((await listReplacedKeys(db, vault)).length === 0) return undefined
  for (let done = 0; ; ) {
    const all = done + (await countOld(db, vault))
    for (let some = -1; some !== 0; done += some) {
      progress(done, all)
      some = await db.transaction().execute((trx) => rewrapSome(trx, vault))
    }
    if (await retire(db, vault, now())) return done
  }
}

/** Master keys that the database still knows besides the one of now: there are some until a rotation has ended. */
export async function listReplacedKeys(db: Database, { masterKey }: Vault): Promise<string[]> {
  const keys = await db.selectFrom('master_keys').select('id').where('id', '!=', masterKey).execute()
  return keys.map(({ id }) => id)
}

/** Whether this process may still seal: not when another has ended a rotation to a key that it does not have. */
export async function hasCurrentKey(db: Database, { masterKey }: Vault): Promise<boolean> {
  const known = db.selectFrom('master_keys').select('id').where('id', '=', masterKey)
  return (await known.executeTakeFirst()) !== undefined
}

async function countOld(db: Database, { masterKey }: Vault): Promise<number> {
  const rows = db.selectFrom('record_keys').where('master_key', '!=', masterKey)
  const { count } = await rows
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function rewrapSome(trx: Database, vault: Vault): Promise<number> {
  const rows = await trx
    .selectFrom('record_keys')
    .select(['id', 'wrapped'])
    .where('master_key', '!=', vault.masterKey)
    .limit(atOnce)
    .execute()
  for (const { id, wrapped } of rows)
    await trx
      .updateTable('record_keys')
      .set({ wrapped: vault.rewrap(id, wrapped), master_key: vault.masterKey })
      .where('id', '=', id)
      .execute()
  return rows.length
}

/** @returns false when a server has sealed with the old key meanwhile: the database does not let that key go */
async function retire(db: Database, vault: Vault, now: Temporal.Instant): Promise<boolean> {
  const act = db.transaction().execute(async (trx) => {
    await trx.deleteFrom('master_keys').where('id', '!=', vault.masterKey).execute()
    await trx.updateTable('deployment').set({ lookup_key: vault.wrapLookupKey() }).execute()
    await addAuditLine(trx, {
      actor: 'system',
      act: 'rotate',
      table: 'master_keys',
      row: vault.masterKey,
      now,
    })
  })
  return act.then(
    () => true,
    (error: unknown) => {
      if (isForeignKeyError(error)) return false
      throw error
    },
  )
}
