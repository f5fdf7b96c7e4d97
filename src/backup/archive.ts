/** What is kept for the municipality's archive before it is deleted here: whole submissions, closed to its key. */
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { addAuditLine } from '#db/audit.ts'
import type { Database } from '#db/open.ts'
import { readVersions } from '#db/submission-archive.ts'
import type { Vault } from '#db/vault.ts'
import { writeAgeFile } from './age-file.ts'

export interface ArchivePlan {
  readonly db: Database
  readonly vault: Vault
  readonly now: Temporal.Instant
  readonly folder: string
  /** `age1…`, of the municipality's archive. */
  readonly recipient: string
  /** Submissions. */
  readonly ids: readonly string[]
}

/** @returns the file; it is on the disk when this returns, and only then may anything be deleted */
export async function archive({ db, vault, now, folder, recipient, ids }: ArchivePlan): Promise<string> {
  const at = now.toString({ smallestUnit: 'millisecond' }).replaceAll(/[-:.]/g, '')
  const file = join(folder, `pusterom-${at}.archive.age`)
  await writeAgeFile(file, recipient, lines(db, vault, ids))
  await db.transaction().execute(async (trx) => {
    for (const row of ids)
      await addAuditLine(trx, { actor: 'system', act: 'archive', table: 'submissions', row, now })
  })
  return file
}

async function* lines(db: Database, vault: Vault, ids: readonly string[]) {
  for (const id of ids) for (const version of await readVersions(db, vault, id)) yield JSON.stringify(version)
}
