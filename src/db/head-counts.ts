/** How many came to a café: one number for each of its dates. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

export interface HeadCount {
  /** Of the date, as the calendar names it. */
  readonly uid: string
  /** Of the café, for the day when its file is gone. */
  readonly title: string
  /** `2026-11-24` */
  readonly date: string
  readonly heads: number
}

/** Notes the number; a later one takes the place of an earlier. */
export async function noteHeadCount(
  trx: Database,
  { uid, title, date, heads, by, now }: HeadCount & { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const noted = { title, date, heads, counted_at: instantText(now), counted_by: by }
  await trx
    .insertInto('head_counts')
    .values({ uid, ...noted })
    .onConflict((conflict) => conflict.column('uid').doUpdateSet(noted))
    .execute()
}

/** @param period days, both included; the first first */
export const listHeadCounts = (
  db: Database,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<HeadCount[]> =>
  db
    .selectFrom('head_counts')
    .select(['uid', 'title', 'date', 'heads'])
    .where('date', '>=', from)
    .where('date', '<=', until)
    .orderBy('date')
    .orderBy('uid')
    .execute()
