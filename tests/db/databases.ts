/** The loop over both engines: `describe.each(databases)('on $name', …)`. Each test gets a database of its own. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { onTestFinished } from 'vitest'
import { type OpenOptions, openDatabase } from '#db/open.ts'

/** A Saturday morning in Fjordvik. */
export const now = Temporal.Instant.from('2026-11-21T08:00:00Z')

export interface TestDatabase {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** Where an empty database may be made. It is gone when the test is over. */
  options(): Promise<OpenOptions>
}

export const databases: readonly TestDatabase[] = [
  { name: 'SQLite', options: async () => options(undefined) },
  { name: 'PostgreSQL', options: async () => options(await emptyPostgres()) },
]

/** An open database, closed when the test is over. */
export async function openFresh(database: TestDatabase) {
  const chosen = await database.options()
  const opened = await openDatabase(chosen)
  onTestFinished(opened.close)
  return { ...opened, options: chosen }
}

function options(databaseUrl: string | undefined): OpenOptions {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pusterom-data-'))
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }))
  return { databaseUrl, dataFolder, municipality: 'fjordvik', key: Buffer.alloc(32, 7), now }
}

/** @param whenOver is given what drops it; the test that runs unless it is said otherwise */
export async function emptyPostgres(
  whenOver: (drop: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const server = process.env.PUSTEROM_TEST_POSTGRES
  if (!server) throw new Error('expected PUSTEROM_TEST_POSTGRES from tests/db/postgres.ts, got nothing')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await command(server, `create database ${name}`)
  whenOver(() => command(server, `drop database ${name} with (force)`))
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.href
}

async function command(server: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(text).finally(() => client.end())
}
