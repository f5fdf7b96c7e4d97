/** What on-demand pages, commands and the mail sender work with: one of these per process. */
import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import { findPreviousKey, localKey } from '#db/master-key.ts'
import { type Database, openDatabase } from '#db/open.ts'
import type { Vault } from '#db/vault.ts'
import type { Editing } from '#editing/editing.ts'
import { clockOf, type Environment } from '#env.ts'
import { type Limits, noLimits } from '#intake/suspect.ts'
import type { Publishing } from './publishing.ts'

export interface Runtime {
  readonly environment: Environment
  readonly db: Database
  readonly vault: Vault
  readonly now: () => Temporal.Instant
  readonly log: Logger
  readonly limits?: Limits
  /** Where texts are edited; absent where there is no disk of our own, or no git. */
  readonly editing?: Editing | undefined
  /** Called after a commit that put mail in the outbox; absent where no worker runs. */
  readonly wakeDelivery?: () => void
  /** How far texts have come on their way to the web; absent where none are edited. */
  readonly publishing?: Publishing | undefined
}

/** @throws in English, with expected and got, when this deployment cannot start */
export async function openRuntime(
  environment: Environment,
  log: Logger,
): Promise<Runtime & { close(): Promise<void> }> {
  const now = clockOf(environment)
  const { databaseUrl, dataFolder, municipality } = environment
  const key = environment.key ?? localKey(dataFolder)
  const previousKey = environment.key ? environment.previousKey : findPreviousKey(dataFolder)
  const keys = { key, previousKey }
  const { db, vault, close } = await openDatabase({
    databaseUrl,
    dataFolder,
    municipality,
    ...keys,
    now: now(),
  })
  // A clock that stands still can measure no haste and no flood.
  const limits = environment.fixedNow && { limits: noLimits }
  return { environment, db, vault, now, log, ...limits, close }
}
