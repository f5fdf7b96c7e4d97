/** Links that sign a person in once. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

export async function addLink(
  trx: Database,
  link: { tokenHash: string; staffId: string; now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  const now = instantText(link.now)
  await trx.deleteFrom('sign_in_links').where('expires_at', '<=', now).execute()
  await trx
    .insertInto('sign_in_links')
    .values({
      token_hash: link.tokenHash,
      staff_id: link.staffId,
      created_at: now,
      expires_at: instantText(link.expiresAt),
      used_at: null,
    })
    .execute()
}

/** Whether a link would sign somebody in now. Looking at it uses nothing up. */
export async function isLinkUsable(db: Database, tokenHash: string, now: Temporal.Instant): Promise<boolean> {
  const row = await db
    .selectFrom('sign_in_links')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', instantText(now))
    .executeTakeFirst()
  return row !== undefined
}

/** Uses a link up. Of many that try at the same moment, one gets the person and the others nothing. */
export async function takeLink(
  trx: Database,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<{ staffId: string } | undefined> {
  const row = await trx
    .updateTable('sign_in_links')
    .set({ used_at: instantText(now) })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', instantText(now))
    .returning('staff_id')
    .executeTakeFirst()
  return row && { staffId: row.staff_id }
}
