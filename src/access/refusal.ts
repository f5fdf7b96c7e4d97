/** Who was turned away from what: the log holds the id of a record that a role may not see, and no address as typed. */
import { addAuditLine } from '#db/audit.ts'
import { areaOf } from './permission.ts'
import type { Premises } from './session.ts'

/** Somebody signed in asked for what her role may not see or do. She gets the same answer as where nothing is. */
export async function noteRefusal(
  { db, now }: Pick<Premises, 'db' | 'now'>,
  staffId: string,
  pathname: string,
): Promise<void> {
  const { path, records } = areaOf(pathname) ?? { path: '/' }
  const id = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i.exec(pathname)?.[1]?.toLowerCase()
  const on = records && id ? { table: records, row: id } : { table: 'pages', row: path }
  await db
    .transaction()
    .execute((trx) => addAuditLine(trx, { actor: staffId, act: 'refuse', ...on, now: now() }))
}
