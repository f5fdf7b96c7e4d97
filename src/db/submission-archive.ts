/** Every version of one submission, opened, as an archive keeps it. */
import type { Database } from './engine.ts'
import type { SubmissionContent } from './submissions.ts'
import type { Vault } from './vault.ts'

export interface ArchivedVersion extends SubmissionContent {
  readonly form: string
  readonly reference: string
  readonly version: number
  readonly receivedAt: string
}

export async function readVersions(db: Database, vault: Vault, id: string): Promise<ArchivedVersion[]> {
  const rows = await db
    .selectFrom('submission_versions')
    .innerJoin('submissions', 'submissions.id', 'submission_versions.submission_id')
    .where('submissions.id', '=', id)
    .select(['form', 'reference', 'version', 'submission_versions.received_at', 'key_id', 'sealed'])
    .orderBy('version')
    .execute()
  const placeOf = ({ version }: { version: number }) => ({
    table: 'submission_versions',
    row: `${id}/${version}`,
  })
  const opened = await vault.openAll(db, placeOf, rows)
  return opened.map(([{ form, reference, version, received_at }, content]) => ({
    form,
    reference,
    version,
    receivedAt: received_at,
    ...(content as SubmissionContent),
  }))
}
