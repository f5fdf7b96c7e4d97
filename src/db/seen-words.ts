/** Which of the program's newer words for a text somebody has seen, and let be. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

/** @param shipped the version of the text that came with the program */
export async function noteSeenWords(
  trx: Database,
  { path, shipped, now }: { path: string; shipped: string; now: Temporal.Instant },
): Promise<void> {
  const seen = { shipped, seen_at: instantText(now) }
  await trx
    .insertInto('seen_words')
    .values({ path, ...seen })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(seen))
    .execute()
}

/** @returns the version that was seen last, by the path of its text */
export async function listSeenWords(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('seen_words').select(['path', 'shipped']).execute()
  return new Map(rows.map(({ path, shipped }) => [path, shipped]))
}
