/** Removes what people sent once its time is up: rows, versions, fingerprints and the keys that sealed them. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import { removeSignUp } from './sign-ups.ts'
import { removeOldAttempts } from './throttles.ts'

/** At once: an engine takes 32,766 values in one query, and whoever changes her answers that often is purged, too. */
const manyKeys = 1000

/** Every form that anything was sent with, also those that the site does not have any more. */
export async function listForms(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('submissions').select('form').distinct().orderBy('form').execute()
  return rows.map(({ form }) => form)
}

/**
 * Submissions of a form whose last version is older than `before`, oldest first. Whoever is on a course that is not
 * over yet, or waits for a seat, is not among them: she would lose her seat without a word.
 *
 * @param among only of these, to look again whether they are
 */
export async function listExpired(
  db: Database,
  wanted: { form: string; before: Temporal.Instant; now: Temporal.Instant; among?: readonly string[] },
): Promise<string[]> {
  const { form, before, now, among } = wanted
  const onCourse = db
    .selectFrom('sign_ups')
    .innerJoin('courses', 'courses.id', 'sign_ups.course_id')
    .where('left_at', 'is', null)
    .where('ends_at', '>', instantText(now))
    .select('sign_ups.submission_id')
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('submission_versions', 'submission_versions.submission_id', 'submissions.id')
    .where('form', '=', form)
    .where('submissions.id', 'not in', onCourse)
    .$if(among !== undefined, (query) => query.where('submissions.id', 'in', among ?? []))
    .groupBy('submissions.id')
    .having((row) => row.fn.max('submission_versions.received_at'), '<', instantText(before))
    .select('submissions.id')
    .orderBy((row) => row.fn.max('submission_versions.received_at'))
    .execute()
  return rows.map(({ id }) => id)
}

const mailKeptFor = { hours: 30 * 24 }

/** Mail about no submission (links to sign in) that was sent or given up long ago: the ids, oldest first. */
export async function listOldMail(db: Database, now: Temporal.Instant): Promise<string[]> {
  const before = now.subtract(mailKeptFor)
  const rows = await db
    .selectFrom('outbox')
    .where('submission_id', 'is', null)
    .where((row) =>
      row.or([row('sent_at', '<', instantText(before)), row('given_up_at', '<', instantText(before))]),
    )
    .select('id')
    .orderBy('created_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Removes what `listOldMail` lists, with its keys. */
export async function removeOldMail(trx: Database, now: Temporal.Instant): Promise<void> {
  const ids = await listOldMail(trx, now)
  const rows = []
  for (let at = 0; at < ids.length; at += manyKeys) {
    const some = trx.deleteFrom('outbox').where('id', 'in', ids.slice(at, at + manyKeys))
    rows.push(...(await some.returning('key_id').execute()))
  }
  await removeKeys(
    trx,
    rows.map(({ key_id }) => key_id),
  )
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
  await removeKeys(
    trx,
    [...mail, ...versions].map(({ key_id }) => key_id),
  )
}

async function removeKeys(trx: Database, ids: readonly (string | null)[]): Promise<void> {
  const keys = ids.filter((id) => id !== null)
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
