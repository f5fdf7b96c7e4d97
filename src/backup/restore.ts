/** A backup becomes a database again, on an empty machine and on either engine. */
import { addAuditLine } from '#db/audit.ts'
import { connect } from '#db/engine.ts'
import { claim, type OpenOptions } from '#db/open.ts'
import { refill, requireEmpty, settle } from '#db/refill.ts'
import type { Row } from '#db/snapshot.ts'
import { readAgeFile } from './age-file.ts'
import type { BackupHeader } from './backup.ts'

export interface RestorePlan {
  readonly options: OpenOptions
  readonly file: string
  /** A file that holds the identity, `AGE-SECRET-KEY-…`. */
  readonly identityFile: string
  readonly progress?: (done: number, all: number) => void
}

/**
 * All of it or nothing. Mail of then is given up rather than sent again, and everybody signs in anew.
 *
 * @throws when the database is not empty, the identity does not open the file, the file is damaged, or it belongs to
 *   another municipality or master key
 */
export async function restoreBackup({
  options,
  file,
  identityFile,
  progress,
}: RestorePlan): Promise<BackupHeader> {
  const { now } = options
  const lines = readAgeFile(file, identityFile)
  const header = readHeader((await lines.next()).value, file)
  const { db, engine } = connect(options.databaseUrl, options.dataFolder)
  try {
    await requireEmpty(db)
    await db.transaction().execute(async (trx) => {
      const rows = counted(lines, header.rows, progress)
      const count = await refill(trx, engine, { migrations: header.migrations, rows, now })
      if (count !== header.rows)
        throw new Error(`${file}: expected ${header.rows} rows, got ${count}: it is damaged`)
      await claim(trx, options)
      await settle(trx, now)
      await addAuditLine(trx, { actor: 'system', act: 'restore', table: 'deployment', row: '1', now })
    })
    return header
  } finally {
    await db.destroy()
  }
}

function readHeader(line: string | undefined, file: string): BackupHeader {
  const header = JSON.parse(line ?? 'null') as BackupHeader | null
  if (header?.format !== 1) throw new Error(`${file}: expected a backup of Pusterom, got another file`)
  return header
}

async function* counted(
  lines: AsyncIterable<string>,
  all: number,
  progress: RestorePlan['progress'] = () => {},
): AsyncGenerator<Row> {
  let done = 0
  for await (const line of lines) {
    yield JSON.parse(line) as Row
    if (++done % 1000 === 0 || done === all) progress(done, all)
  }
}
