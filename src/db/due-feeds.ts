/** Secret addresses at which somebody who works here subscribes to what is due. Only the hash of a token is kept. */
import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

/** Gives somebody an address; the one she had before opens nothing any more. */
export async function addDueFeed(
  trx: Database,
  { tokenHash, staffId, now }: { tokenHash: string; staffId: string; now: Temporal.Instant },
): Promise<void> {
  await revokeDueFeed(trx, staffId)
  const id = randomBytes(4).toString('hex')
  await trx
    .insertInto('due_feeds')
    .values({ id, token_hash: tokenHash, staff_id: staffId, added_at: instantText(now) })
    .execute()
}

/** When somebody was given the address that she has; nothing when she has none. */
export const findDueFeed = async (db: Database, staffId: string): Promise<string | undefined> =>
  (await db.selectFrom('due_feeds').select('added_at').where('staff_id', '=', staffId).executeTakeFirst())
    ?.added_at

/** Whether a token opens what is due: somebody has it who still does the coordinator's work. */
export async function opensDueFeed(db: Database, tokenHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('due_feeds')
    .innerJoin('staff', 'staff.id', 'due_feeds.staff_id')
    .select('due_feeds.id')
    .where('token_hash', '=', tokenHash)
    .where('removed_at', 'is', null)
    .where('role', 'in', ['coordinator', 'deputy'])
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false when she had none */
export async function revokeDueFeed(trx: Database, staffId: string): Promise<boolean> {
  const row = await trx
    .deleteFrom('due_feeds')
    .where('staff_id', '=', staffId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
