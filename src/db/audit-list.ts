/** The audit log as people read it: a page at a time, the newest line first. */
import type { AuditLine, ChainedLine } from './audit.ts'
import type { Database } from './engine.ts'

export function listNewestLines(
  db: Database,
  wish: { record?: Pick<AuditLine, 'table' | 'row'> | undefined; limit: number; offset: number },
): Promise<ChainedLine[]> {
  const { record, limit, offset } = wish
  return db
    .selectFrom('audit_lines')
    .select(['number', 'at', 'actor', 'act', 'table_name as table', 'row_id as row', 'hash'])
    .$if(record !== undefined, (lines) =>
      lines.where('table_name', '=', record?.table ?? '').where('row_id', '=', record?.row ?? ''),
    )
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}
