/** Addresses outside the site that no longer answer, as they were last asked. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

export interface DeadLink {
  readonly url: string
  /** In Norwegian: what came instead of an answer. */
  readonly reason: string
}

/** Keeps what was found now, and forgets what was found before. */
export async function replaceDeadLinks(
  db: Database,
  links: readonly DeadLink[],
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('dead_links').execute()
    for (const { url, reason } of links)
      await trx
        .insertInto('dead_links')
        .values({ url, reason, asked_at: instantText(now) })
        .execute()
  })
}

export const listDeadLinks = (db: Database): Promise<DeadLink[]> =>
  db.selectFrom('dead_links').select(['url', 'reason']).orderBy('url').execute()
