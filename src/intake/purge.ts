/** Keeps the promise that every form makes: answers are deleted when their time is up. */
import { removeOldFingerprints, removeSubmissions } from '#db/purge.ts'
import type { FormDefinition } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import type { Premises } from './premises.ts'
import type { Round } from './round.ts'

/**
 * Deletes what is older than its form keeps it, and fingerprints that have had their day.
 *
 * @returns how many submissions went, all forms together
 */
export async function purge(
  { db, now }: Pick<Premises, 'db' | 'now'>,
  forms: readonly FormDefinition[] = definitions,
): Promise<number> {
  const today = now().toZonedDateTimeISO('Europe/Oslo')
  let removed = 0
  for (const { key, retentionMonths } of forms) {
    const before = today.subtract({ months: retentionMonths }).toInstant()
    removed += await db.transaction().execute((trx) => removeSubmissions(trx, { form: key, before }))
  }
  await removeOldFingerprints(db, now())
  return removed
}

/** Every six hours. */
export const purging: Round = {
  name: 'purge',
  everyMinutes: 360,
  async run(premises) {
    const removed = await purge(premises)
    if (removed > 0) premises.log.info({ removed }, 'purged what was past its time')
  },
}
