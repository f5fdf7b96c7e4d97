/** What people send. Answers are sealed; a repeated post is found by its fingerprints. */
import type { ExpressionBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Answer } from '#forms/answer.ts'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import type { Tables } from './tables.ts'
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
  /** The slug of a course, where the form is about one of several. */
  readonly occasion: string | null
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
  submission: {
    id: string
    form: string
    occasion?: string | undefined
    channel?: string | undefined
    reference: string
    now: Temporal.Instant
  },
): Promise<boolean> {
  const { id, form, occasion = null, channel = null, reference, now } = submission
  const added = await trx
    .insertInto('submissions')
    .values({ id, form, occasion, channel, reference, received_at: instantText(now) })
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
  const expires_at = claim.expiresAt ? instantText(claim.expiresAt) : null
  const added = await trx
    .insertInto('submission_claims')
    .values({ fingerprint: claim.fingerprint, submission_id: claim.id, expires_at })
    .onConflict((conflict) =>
      conflict
        .column('fingerprint')
        .doUpdateSet({ submission_id: claim.id, expires_at })
        .where('submission_claims.expires_at', '<=', instantText(claim.now)),
    )
    .returning('fingerprint')
    .executeTakeFirst()
  return added !== undefined
}

/** How many of a form were first received since then and are not in quarantine, counted no further than `most`. */
export async function countSubmissions(
  db: Database,
  { form, since, most }: { form: string; since: Temporal.Instant; most: number },
): Promise<number> {
  if (most === Infinity) return 0
  const { count } = await db
    .selectFrom((each) =>
      each
        .selectFrom('submissions')
        .select('received_at')
        .where('form', '=', form)
        .where('received_at', '>', instantText(since))
        .where(isLetIn)
        .limit(most)
        .as('recent'),
    )
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Makes a fingerprint that is claimed lead to another submission. */
export async function moveFingerprint(trx: Database, fingerprint: string, id: string): Promise<void> {
  await trx
    .updateTable('submission_claims')
    .set({ submission_id: id })
    .where('fingerprint', '=', fingerprint)
    .execute()
}

/** The submissions, in their latest version, that these fingerprints lead to. */
export function listClaimed(trx: Database, fingerprints: readonly string[], now: Temporal.Instant) {
  return latest(trx)
    .innerJoin('submission_claims', 'submission_claims.submission_id', 'submissions.id')
    .leftJoin('quarantine', 'quarantine.submission_id', 'submissions.id')
    .where('fingerprint', 'in', fingerprints)
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', instantText(now))]))
    .select(['fingerprint', 'answers_fingerprint as answersFingerprint', 'held_at as heldAt'])
    .execute()
}

/** Whether there is a submission with this id. */
export async function isKept(db: Database, id: string): Promise<boolean> {
  const row = await db.selectFrom('submissions').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/**
 * Whether a receipt with this reference of this form was ever given.
 *
 * @param occasion the slug of the course that it must be about
 */
export async function hasSubmission(
  db: Database,
  form: string,
  reference: string,
  occasion?: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('submissions')
    .select('id')
    .where('form', '=', form)
    .where('reference', '=', reference)
    .$if(occasion !== undefined, (rows) => rows.where('occasion', '=', occasion ?? ''))
    .executeTakeFirst()
  return row !== undefined
}

/** Submissions in their latest version, the one that came or changed last first. Those in quarantine are not among them. */
export async function listSubmissions(
  db: Database,
  vault: Vault,
  { form, limit = 1000, offset = 0 }: { form?: string | undefined; limit?: number; offset?: number } = {},
): Promise<Submission[]> {
  const rows = await latest(db)
    .where(isLetIn)
    .$if(form !== undefined, (rows) => rows.where('form', '=', form ?? ''))
    .orderBy('changed_at', 'desc')
    .orderBy('submissions.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return Promise.all(rows.map((row) => openSubmission(db, vault, row)))
}

/** That a submission does not wait in quarantine. */
export const isLetIn = (row: ExpressionBuilder<Tables, 'submissions'>) =>
  row.not(
    row.exists(
      row.selectFrom('quarantine').select('held_at').whereRef('submission_id', '=', 'submissions.id'),
    ),
  )

/** Submissions, each with its latest version, still sealed. */
export const latest = (db: Database) =>
  db
    .selectFrom('submissions')
    .innerJoin('submission_versions', 'submission_versions.submission_id', 'submissions.id')
    .where('version', '=', (sub) =>
      sub
        .selectFrom('submission_versions as each')
        .whereRef('each.submission_id', '=', 'submissions.id')
        .select((row) => row.fn.max('each.version').as('newest')),
    )
    .select(['submissions.id', 'form', 'occasion', 'reference', 'submissions.received_at'])
    .select(['version', 'key_id', 'sealed', 'submission_versions.received_at as changed_at'])

type LatestRow = Awaited<ReturnType<ReturnType<typeof latest>['execute']>>[number]

export async function openSubmission(db: Database, vault: Vault, row: LatestRow): Promise<Submission> {
  const { id, form, occasion, reference, version } = row
  const content = (await vault.open(db, placeOf(id, version), row)) as SubmissionContent
  const times = { receivedAt: row.received_at, changedAt: row.changed_at }
  return { id, form, occasion, reference, version, ...times, ...content }
}
