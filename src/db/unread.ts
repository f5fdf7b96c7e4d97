import type { Database } from './engine.ts'
import { isLetIn, latest } from './submissions.ts'

/**
 * How many submissions of a form nobody who works here has opened as they are now: the audit log has no reading of
 * them since their last change. Those in quarantine wait there.
 */
export async function countUnread(db: Database, form: string): Promise<number> {
  const rows = await latest(db)
    .where('form', '=', form)
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
    .execute()
  return rows.length
}
