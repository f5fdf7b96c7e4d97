import { addAuditLine } from '#db/audit.ts'
import { getRuntime } from './locals.ts'

/**
 * Writes in the audit log that somebody saw a record. Called by the page of a record before it is drawn: when it
 * cannot be noted, it is not shown.
 *
 * @example await noteRead(Astro.locals, { table: 'referrals', row: id })
 */
export async function noteRead(locals: App.Locals, record: { table: string; row: string }): Promise<void> {
  const { db, now } = getRuntime(locals)
  const { staff } = locals
  if (!staff) throw new Error('expected somebody signed in, got nobody')
  const line = { actor: staff.staffId, act: 'read', ...record, now: now() }
  await db.transaction().execute((trx) => addAuditLine(trx, line))
}
