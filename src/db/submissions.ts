/** What people send. Answers are sealed; a repeated post is found by its fingerprints. */
import type { Temporal } from 'temporal-polyfill'
import type { Answer } from '#forms/answer.ts'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import type { Vault } from './vault.ts'

/** What is sealed: everything as the person saw it. */
export interface SubmissionContent {
  readonly title: string
  readonly answers: readonly Answer[]
}

/** A submission in its latest version. */
export interface Submission extends SubmissionContent {
  readonly id: string
  readonly form: string
  readonly reference: string
  readonly receivedAt: string
  /** 1 until the answers are changed. */
  readonly version: number
  readonly changedAt: string
}

interface Version {
  readonly id: string
  readonly version: number
  readonly answersFingerprint: string
  readonly content: SubmissionContent
  readonly now: Temporal.Instant
}

const placeOf = (id: string, version: number) => ({ table: 'submission_versions', row: `${id}/${version}` })

/** @returns false when the reference is in use; the transaction is then of no use */
export async function addSubmission(
  trx: Database,
  submission: { id: string; form: string; reference: string; now: Temporal.Instant },
): Promise<boolean> {
  const { id, form, reference, now } = submission
  const added = await trx
    .insertInto('submissions')
    .values({ id, form, reference, received_at: instantText(now) })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** @returns false when another process added this version at the same moment */
export async function addVersion(trx: Database, vault: Vault, version: Version): Promise<boolean> {
  const added = await trx
    .insertInto('submission_versions')
    .values({
      submission_id: version.id,
      version: version.version,
      answers_fingerprint: version.answersFingerprint,
      received_at: instantText(version.now),
      ...(await vault.seal(trx, placeOf(version.id, version.version), version.content)),
    })
    .onConflict((conflict) => conflict.columns(['submission_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}

/**
 * Makes a fingerprint lead to a submission. On PostgreSQL it waits for another transaction that claims the same.
 *
 * @returns false when it leads to a submission already
 */
export async function claimFingerprint(
  trx: Database,
  claim: { fingerprint: string; id: string; now: Temporal.Instant; expiresAt?: Temporal.Instant },
): Promise<boolean> {
  await trx
    .deleteFrom('submission_claims')
    .where('fingerprint', '=', claim.fingerprint)
    .where('expires_at', '<=', instantText(claim.now))
    .execute()
  const added = await trx
    .insertInto('submission_claims')
    .values({
      fingerprint: claim.fingerprint,
      submission_id: claim.id,
      expires_at: claim.expiresAt ? instantText(claim.expiresAt) : null,
    })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .returning('fingerprint')
    .executeTakeFirst()
  return added !== undefined
}

/** The latest version of the submission that a fingerprint leads to. */
export async function findClaimed(trx: Database, fingerprint: string, now: Temporal.Instant) {
  return latest(trx)
    .innerJoin('submission_claims', 'submission_claims.submission_id', 'submissions.id')
    .where('fingerprint', '=', fingerprint)
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', instantText(now))]))
    .select(['submissions.id', 'reference', 'version', 'answers_fingerprint as answersFingerprint'])
    .executeTakeFirst()
}

/** Whether a receipt with this reference of this form was ever given. */
export async function hasSubmission(db: Database, form: string, reference: string): Promise<boolean> {
  const row = await db
    .selectFrom('submissions')
    .select('id')
    .where('form', '=', form)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row !== undefined
}

/** Submissions in their latest version, the one that came or changed last first. */
export async function listSubmissions(
  db: Database,
  vault: Vault,
  { limit = 1000, offset = 0 } = {},
): Promise<Submission[]> {
  const rows = await latest(db)
    .select(['id', 'form', 'reference', 'submissions.received_at', 'version', 'key_id', 'sealed'])
    .select('submission_versions.received_at as changed_at')
    .orderBy('submission_versions.received_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      form: row.form,
      reference: row.reference,
      receivedAt: row.received_at,
      version: row.version,
      changedAt: row.changed_at,
      ...((await vault.open(db, placeOf(row.id, row.version), row)) as SubmissionContent),
    })),
  )
}

/** Submissions, each with its latest version. */
const latest = (db: Database) =>
  db
    .selectFrom('submissions')
    .innerJoin('submission_versions', 'submission_versions.submission_id', 'submissions.id')
    .where('version', '=', (sub) =>
      sub
        .selectFrom('submission_versions as each')
        .whereRef('each.submission_id', '=', 'submissions.id')
        .select((row) => row.fn.max('each.version').as('newest')),
    )
