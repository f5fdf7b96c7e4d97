/** Removes what people sent once its time is up: rows, versions, fingerprints and the keys that sealed them. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { removeSignUp } from './sign-ups.ts'
import { removeOldAttempts } from './throttles.ts'

/** At once: an engine takes 32,766 values in one query, and whoever changes her answers that often is purged, too. */
const manyKeys = 1000

/**
 * @param trx a transaction: either everything of a submission goes, or nothing
 * @param before submissions whose last version is older than this
 * @returns how many submissions went
 */
export async function removeSubmissions(
  trx: Database,
  { form, before }: { form: string; before: Temporal.Instant },
): Promise<number> {
  const old = await trx
    .selectFrom('submissions')
    .innerJoin('submission_versions', 'submission_versions.submission_id', 'submissions.id')
    .where('form', '=', form)
    .groupBy('submissions.id')
    .having((row) => row.fn.max('submission_versions.received_at'), '<', instantText(before))
    .select('submissions.id')
    .execute()
  for (const { id } of old) await removeSubmission(trx, id)
  return old.length
}

/** Removes one, with its versions, keys, fingerprints and the mail about it. */
export async function removeSubmission(trx: Database, id: string): Promise<void> {
  const mail = await trx.deleteFrom('outbox').where('submission_id', '=', id).returning('key_id').execute()
  const versions = await trx
    .deleteFrom('submission_versions')
    .where('submission_id', '=', id)
    .returning('key_id')
    .execute()
  await trx.deleteFrom('submission_claims').where('submission_id', '=', id).execute()
  await trx.deleteFrom('quarantine').where('submission_id', '=', id).execute()
  await removeSignUp(trx, id)
  await trx.deleteFrom('submissions').where('id', '=', id).execute()
  const keys = [...mail, ...versions].flatMap(({ key_id }) => key_id ?? [])
  for (let at = 0; at < keys.length; at += manyKeys)
    await trx
      .deleteFrom('record_keys')
      .where('id', 'in', keys.slice(at, at + manyKeys))
      .execute()
}

/** Removes fingerprints whose day is over: of answers that would be a repetition, and of those who tried something. */
export async function removeOldFingerprints(db: Database, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('submission_claims').where('expires_at', '<=', instantText(now)).execute()
  await removeOldAttempts(db, now)
}
