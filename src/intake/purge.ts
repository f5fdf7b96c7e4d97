/** Keeps the promise that every form makes: answers are deleted when their time is up. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { removeOldFingerprints, removeSubmissions } from '#db/purge.ts'
import type { FormDefinition } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import type { Premises } from './premises.ts'

const hour = 3_600_000

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

/** Purges at start and every six hours after that, until it is stopped. */
export function startPurging(premises: Pick<Premises, 'db' | 'now'> & { readonly log: Logger }) {
  const stopped = new AbortController()
  async function run() {
    while (!stopped.signal.aborted) {
      try {
        const removed = await purge(premises)
        if (removed > 0) premises.log.info({ removed }, 'purged what was past its time')
      } catch (err) {
        premises.log.error({ err }, 'the purge failed; it is tried again in six hours')
      }
      await wait(6 * hour, undefined, { signal: stopped.signal }).catch(() => {})
    }
  }
  const ended = run()
  return {
    async stop(): Promise<void> {
      stopped.abort()
      await ended
    },
  }
}
