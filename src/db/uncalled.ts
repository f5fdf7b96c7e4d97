import type { Database } from './engine.ts'
import { isLetIn, latest, openSubmission, type Submission } from './submissions.ts'
import type { Vault } from './vault.ts'

/**
 * Submissions of a form whose sender nobody has called about them as they are now: the audit log has no call since
 * their last change. Those in quarantine wait there.
 */
const uncalled = (db: Database, forms: readonly string[]) =>
  latest(db)
    .where('form', 'in', forms)
    .where(isLetIn)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_lines')
            .select('number')
            .where('table_name', '=', 'submissions')
            .where('act', '=', 'note-call')
            .whereRef('row_id', '=', 'submissions.id')
            .whereRef('at', '>=', 'submission_versions.received_at'),
        ),
      ),
    )

/** How many wait for a call. */
export async function countUncalled(db: Database, ...forms: readonly string[]): Promise<number> {
  return (await uncalled(db, forms).execute()).length
}

/** Those that wait for a call, whoever has waited the longest first. */
export async function listUncalled(
  db: Database,
  vault: Vault,
  { forms, limit }: { forms: readonly string[]; limit: number },
): Promise<Submission[]> {
  const rows = await uncalled(db, forms)
    .orderBy('changed_at')
    .orderBy('submissions.id')
    .limit(limit)
    .execute()
  return Promise.all(rows.map((row) => openSubmission(db, vault, row)))
}
