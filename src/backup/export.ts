/** Everything of the coordinator's in open formats: one JSON file of all, and a table for a spreadsheet of each. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { addAuditLine } from '#db/audit.ts'
import type { Database } from '#db/open.ts'
import { type OpenedTable, openTables } from '#db/opened.ts'
import { atOneMoment } from '#db/snapshot.ts'
import type { Vault } from '#db/vault.ts'
import { writeAgeFile } from './age-file.ts'
import { csv } from './csv.ts'

export interface ExportPlan {
  readonly db: Database
  readonly vault: Vault
  readonly municipality: string
  readonly now: Temporal.Instant
  /** It must not be there yet. */
  readonly folder: string
  /** `age1…`; without it the files are in clear, for their owner alone. */
  readonly recipient?: string | undefined
  readonly progress?: (done: number, all: number) => void
}

/** @returns the files */
export async function exportAll(plan: ExportPlan): Promise<string[]> {
  const { db, vault, municipality, now, folder, progress = () => {} } = plan
  const act = { actor: 'system', act: 'export', table: 'deployment', row: '1', now }
  await db.transaction().execute((trx) => addAuditLine(trx, act))
  const tables = await atOneMoment(db, async (trx) => {
    const all: OpenedTable[] = []
    for await (const table of openTables(trx, vault)) all.push(table)
    return all
  })
  await mkdir(folder, { mode: 0o700 })
  const everything = {
    municipality,
    exportedAt: now.toString(),
    tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
  }
  const files = [
    { name: 'pusterom.json', text: `${JSON.stringify(everything, null, 2)}\n` },
    ...tables.map(({ name, rows }) => ({ name: `${name}.csv`, text: csv(rows.map(flat)) })),
  ]
  const written: string[] = []
  for (const { name, text } of files) {
    written.push(await write(join(folder, name), text, plan.recipient))
    progress(written.length, files.length)
  }
  return written
}

async function write(file: string, text: string, recipient: string | undefined): Promise<string> {
  if (!recipient) {
    await writeFile(file, text, { mode: 0o600, flag: 'wx', flush: true })
    return file
  }
  await writeAgeFile(`${file}.gz.age`, recipient, [text.trimEnd()])
  return `${file}.gz.age`
}

/** What was sealed as columns of its own; answers under their questions. */
function flat({ content, ...row }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (typeof content !== 'object' || content === null)
    return { ...row, ...(content !== undefined && { content }) }
  const { answers, ...rest } = content as { answers?: readonly { question: string; text: string }[] }
  const asked = (answers ?? []).map(({ question, text }) => [question, text])
  return { ...row, ...rest, ...Object.fromEntries(asked) }
}
