/**
 * A backup: every row as a line of JSON, closed to a public key. It can be restored to either engine. The master key is
 * not in it: whoever has the file and its identity still reads no answer.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { type AuditHead, addAuditLine, getAuditHead } from '#db/audit.ts'
import type { Database } from '#db/open.ts'
import { atOneMoment, countRows, listMigrations, readRows } from '#db/snapshot.ts'
import { writeAgeFile } from './age-file.ts'

/** The first line. */
export interface BackupHeader {
  readonly format: 1
  readonly municipality: string
  readonly madeAt: string
  readonly migrations: readonly string[]
  readonly rows: number
  /** Where the audit log ended: a backup that is kept elsewhere keeps the head elsewhere. */
  readonly auditHead: AuditHead
}

export interface BackupPlan {
  readonly db: Database
  readonly municipality: string
  readonly now: Temporal.Instant
  readonly folder: string
  /** `age1…` */
  readonly recipient: string
  /** How long a backup stays. */
  readonly days: number
  readonly progress?: (done: number, all: number) => void
}

/** @returns the file, how many rows are in it, and the names of those that had expired */
export async function makeBackup(
  plan: BackupPlan,
): Promise<{ file: string; rows: number; expired: string[] }> {
  const { db, municipality, now, folder, recipient } = plan
  const act = { actor: 'system', act: 'back-up', table: 'deployment', row: '1', now }
  await db.transaction().execute((trx) => addAuditLine(trx, act))
  const file = join(folder, fileName(municipality, now))
  const rows = await atOneMoment(db, async (trx) => {
    const header: BackupHeader = {
      format: 1,
      municipality,
      madeAt: now.toString(),
      migrations: await listMigrations(trx),
      rows: await countRows(trx),
      auditHead: await getAuditHead(trx),
    }
    await writeAgeFile(file, recipient, lines(trx, header, plan.progress))
    return header.rows
  })
  return { file, rows, expired: await removeExpired(plan) }
}

async function* lines(trx: Database, header: BackupHeader, progress: BackupPlan['progress'] = () => {}) {
  yield JSON.stringify(header)
  let done = 0
  for await (const row of readRows(trx)) {
    yield JSON.stringify(row)
    if (++done % 1000 === 0 || done === header.rows) progress(done, header.rows)
  }
}

/** Also what a backup that was killed has left. */
const pattern = /^pusterom-([a-z0-9-]+)-(\d{8}T\d{6}Z)\.(?:backup|texts)\.age(?:\.[0-9a-f-]+\.part)?$/

const fileName = (municipality: string, now: Temporal.Instant) =>
  `pusterom-${municipality}-${now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}.backup.age`

/** Where the texts lie that belong to a backup. */
export const textsFileOf = (file: string): string => file.replace(/\.backup\.age$/, '.texts.age')

/** Bytes as lines, which is what an age file holds. */
export function* asLines(bytes: Buffer): Generator<string> {
  const length = 30_000
  for (let at = 0; at < bytes.length; at += length) yield bytes.toString('base64', at, at + length)
}

/** Only files that this program made for this municipality, by the time in their name. */
async function removeExpired({ folder, municipality, now, days }: BackupPlan): Promise<string[]> {
  const oldest = now.subtract({ hours: days * 24 })
  const expired = (await readdir(folder)).filter((name) => {
    const [, whose, at] = pattern.exec(name) ?? []
    return whose === municipality && at && Temporal.Instant.compare(Temporal.Instant.from(at), oldest) < 0
  })
  for (const name of expired) await rm(join(folder, name))
  return expired
}
