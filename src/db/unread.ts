import type { Database } from './engine.ts'
import { isLetIn, latest, openSubmission, type Submission } from './submissions.ts'
import type { Vault } from './vault.ts'

/**
 * Submissions of a form that nobody who works here has opened as they are now: the audit log has no reading of them
 * since their last change. Those in quarantine wait there.
 */
const unread = (db: Database, forms: readonly string[]) =>
  latest(db)
    .where('form', 'in', forms)
    .where(isLetIn)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_lines')
            .select('number')
            .where('table_name', '=', 'submissions')
            .where('act', '=', 'read')
            .whereRef('row_id', '=', 'submissions.id')
            .whereRef('at', '>=', 'submission_versions.received_at'),
        ),
      ),
    )

/** How many nobody has opened. */
export async function countUnread(db: Database, ...forms: readonly string[]): Promise<number> {
  return (await unread(db, forms).execute()).length
}

/** Those that nobody has opened, whoever has waited the longest first. */
export async function listUnread(
  db: Database,
  vault: Vault,
  { forms, limit }: { forms: readonly string[]; limit: number },
): Promise<Submission[]> {
  const rows = await unread(db, forms).orderBy('changed_at').orderBy('submissions.id').limit(limit).execute()
  return Promise.all(rows.map((row) => openSubmission(db, vault, row)))
}
