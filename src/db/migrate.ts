/** Brings a database to the newest shape. One line in the list below per migration, oldest first. */
import { type Kysely, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database, Engine } from './engine.ts'
import { instantText } from './instant.ts'
import { foundation } from './migrations/001-foundation.ts'
import { intake } from './migrations/002-intake.ts'
import { feedTokens } from './migrations/003-feed-tokens.ts'
import { references } from './migrations/004-references.ts'
import { quarantine } from './migrations/005-quarantine.ts'
import { rounds } from './migrations/006-rounds.ts'
import { audit } from './migrations/007-audit.ts'
import { casework } from './migrations/008-casework.ts'
import { access } from './migrations/009-access.ts'
import { masterKeys } from './migrations/011-master-keys.ts'
import { signUps } from './migrations/012-sign-ups.ts'
import { headCounts } from './migrations/013-head-counts.ts'
import { channels } from './migrations/014-channels.ts'
import { deadLinks } from './migrations/015-dead-links.ts'
import { seenWords } from './migrations/016-seen-words.ts'

/** A migration never changes once it has run anywhere, and sees no tables' types: they describe the newest shape. */
export interface Migration {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature for a database of unknown shape
  up(db: Kysely<any>, engine: Engine): Promise<void>
}

const migrations: readonly Migration[] = [
  foundation,
  intake,
  feedTokens,
  references,
  quarantine,
  rounds,
  audit,
  casework,
  access,
  masterKeys,
  signUps,
  headCounts,
  channels,
  deadLinks,
  seenWords,
]

/** Any number, the same in every process of ours. */
const advisoryLock = 7_031_977

/**
 * Runs what has not run yet, all or nothing. Both engines take schema changes back with the transaction.
 *
 * @param trx a transaction; on SQLite it holds the write lock from its start, on PostgreSQL the lock is taken here
 * @param only for the rows of a backup: the shape that it was made in
 */
export async function migrate(
  trx: Database,
  engine: Engine,
  now: Temporal.Instant,
  only?: ReadonlySet<string>,
): Promise<void> {
  if (engine.name === 'postgres')
    await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(trx)
  const db = trx as unknown as Kysely<{ migrations: { name: string; ran_at: string } }>
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('ran_at', 'text', (column) => column.notNull())
    .execute()
  const ran = new Set((await db.selectFrom('migrations').select('name').execute()).map((row) => row.name))

  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = [...ran, ...(only ?? [])].filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(
      `expected a database of this version of Pusterom or older, got one with ${unknown.join(', ')}`,
    )

  for (const { name, up } of migrations) {
    if (ran.has(name) || only?.has(name) === false) continue
    await up(db, engine)
    await db
      .insertInto('migrations')
      .values({ name, ran_at: instantText(now) })
      .execute()
  }
}
