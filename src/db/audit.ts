/**
 * The audit log: who read and did what, when, with which row. It holds ids and verbs, never a word about people.
 *
 * Every line carries the SHA-256 of itself and of the hash before it. The chain has no key: whoever may write to the
 * database could make a whole new chain, but not one that ends in, or passes through, a head that was noted elsewhere
 * (`npm run audit -- head`, and the log of the server each night). It can then be verified without any secret.
 */
import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

export interface AuditLine {
  /** A staff id, `system` or `public`. */
  readonly actor: string
  /** A short English verb: `read`, `close`, `release`. */
  readonly act: string
  readonly table: string
  readonly row: string
}

/** A line as it stands in the chain. */
export interface ChainedLine extends AuditLine {
  /** 1 for the first; without gaps. */
  readonly number: number
  readonly at: string
  /** 64 hexadecimal digits. */
  readonly hash: string
}

/** Where a chain begins and ends. Before the first line: number 0 and 64 zeros. */
export type AuditHead = Pick<ChainedLine, 'number' | 'hash'>
export const emptyHead: AuditHead = { number: 0, hash: '0'.repeat(64) }

/**
 * Adds a line at the end of the chain. **Call it last in the transaction**: on PostgreSQL it locks the head until the
 * commit, so that lines of several processes get one order, and whoever changes other rows after it makes them wait.
 *
 * @param trx a transaction, so that the act and its line stand or fall together
 * @throws when it is not a transaction, or when a part of the line is not an id
 * @example await addAuditLine(trx, { actor: staff.id, act: 'close', table: 'referrals', row: referral.id, now })
 */
export async function addAuditLine(
  trx: Database,
  { now, ...line }: AuditLine & { readonly now: Temporal.Instant },
): Promise<void> {
  if (!trx.isTransaction) throw new Error('expected a transaction for a line of the audit log, got none')
  for (const part of [line.actor, line.act, line.table, line.row])
    if (!/^[\w./:-]{1,200}$/.test(part))
      throw new Error(
        `expected ids and verbs in a line of the audit log, got ${part.length} other characters`,
      )
  const end = await trx
    .updateTable('audit_head')
    .set((head) => ({ number: head('number', '+', 1) }))
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow()
  const next = { ...line, number: end.number, at: instantText(now) }
  const hash = chainedHash(end.hash, next)
  await trx
    .insertInto('audit_lines')
    .values({
      number: next.number,
      at: next.at,
      actor: line.actor,
      act: line.act,
      table_name: line.table,
      row_id: line.row,
      hash,
    })
    .execute()
  await trx.updateTable('audit_head').set({ hash }).execute()
}

/** The lines about one row, oldest first. */
export function listAuditLines(
  db: Database,
  { table, row }: Pick<AuditLine, 'table' | 'row'>,
): Promise<ChainedLine[]> {
  return lines(db).where('table_name', '=', table).where('row_id', '=', row).orderBy('number').execute()
}

/** The end of the chain now: what to note elsewhere each day. */
export function getAuditHead(db: Database): Promise<AuditHead> {
  return db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirstOrThrow()
}

/** The lines after a number, in order, so that the chain can be walked in pages. */
export function listLinesAfter(db: Database, number: number, limit: number): Promise<ChainedLine[]> {
  return lines(db).where('number', '>', number).orderBy('number').limit(limit).execute()
}

/** The hash of a line that follows `previous`. */
export const chainedHash = (previous: string, line: Omit<ChainedLine, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, line.number, line.at, line.actor, line.act, line.table, line.row]))
    .digest('hex')

const lines = (db: Database) =>
  db
    .selectFrom('audit_lines')
    .select(['number', 'at', 'actor', 'act', 'table_name as table', 'row_id as row', 'hash'])
