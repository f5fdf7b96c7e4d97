/** Everything that is kept of one submission: each version of the answers, as they were asked and given. */
import type { Database } from './engine.ts'
import type { SubmissionContent } from './submissions.ts'
import type { Vault } from './vault.ts'

interface SubmissionVersion extends SubmissionContent {
  readonly version: number
  readonly receivedAt: string
}

export interface SubmissionHistory {
  readonly id: string
  readonly form: string
  readonly reference: string
  /** The flyer that brought somebody. */
  readonly channel: string | null
  /** The newest first; at least one. */
  readonly versions: readonly SubmissionVersion[]
}

/** @param reference as it is kept, see readReference() */
export async function findSubmissionHistory(
  db: Database,
  vault: Vault,
  reference: string,
): Promise<SubmissionHistory | undefined> {
  const submission = await db
    .selectFrom('submissions')
    .select(['id', 'form', 'reference', 'channel'])
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!submission) return undefined
  const rows = await db
    .selectFrom('submission_versions')
    .select(['version', 'received_at', 'key_id', 'sealed'])
    .where('submission_id', '=', submission.id)
    .orderBy('version', 'desc')
    .execute()
  const versions = await Promise.all(
    rows.map(async ({ version, received_at, ...closed }) => ({
      version,
      receivedAt: received_at,
      ...((await vault.open(
        db,
        { table: 'submission_versions', row: `${submission.id}/${version}` },
        closed,
      )) as SubmissionContent),
    })),
  )
  return { ...submission, versions }
}

/** Whether something was sent under this reference, whatever the form. */
export async function hasReference(db: Database, reference: string): Promise<boolean> {
  const rows = db.selectFrom('submissions').select('id').where('reference', '=', reference)
  return (await rows.executeTakeFirst()) !== undefined
}

/** The reference that a submission was received under. */
export async function findSubmissionReference(db: Database, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('submissions').select('reference').where('id', '=', id).executeTakeFirst()
  return row?.reference
}
