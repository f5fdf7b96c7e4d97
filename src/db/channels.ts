/** How many each place with flyers brought. */
import { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { isLetIn } from './submissions.ts'

/**
 * What was received within some days through forms that flyers lead to, by flyer. What is deleted, or held in
 * quarantine, is not among it.
 *
 * @param period days in Oslo, both included
 */
export async function countByChannel(
  db: Database,
  {
    forms,
    from,
    until,
  }: { readonly forms: readonly string[]; readonly from: string; readonly until: string },
): Promise<{ readonly channel: string | null; readonly count: number }[]> {
  const midnight = (day: Temporal.PlainDate) => instantText(day.toZonedDateTime('Europe/Oslo').toInstant())
  return db
    .selectFrom('submissions')
    .where('form', 'in', forms)
    .where('received_at', '>=', midnight(Temporal.PlainDate.from(from)))
    .where('received_at', '<', midnight(Temporal.PlainDate.from(until).add({ days: 1 })))
    .where(isLetIn)
    .groupBy('channel')
    .select((row) => ['channel' as const, row.fn.countAll<number>().as('count')])
    .execute()
}
