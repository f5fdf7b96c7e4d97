/** What this folder needs of the running deployment, and what its mail says about where it comes from. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import type { Vault } from '#db/vault.ts'
import type { PublicPhone } from '#editorial/municipality.ts'
import type { Limits } from './suspect.ts'

export interface Premises {
  readonly db: Database
  readonly vault: Vault
  readonly now: () => Temporal.Instant
  /** How much of what the public sends is usual; without it `usualLimits`. */
  readonly limits?: Limits | undefined
  /** Called after a commit that put mail in the outbox. */
  readonly wakeDelivery?: (() => void) | undefined
}

export interface Sender {
  /** `Fjordvik kommune` */
  readonly municipality: string
  readonly phone: PublicPhone
  /** Where links lead, `https://parorende.fjordvik.example`, without a stroke at the end. */
  readonly origin: string
  /** Where those who work here reach their pages, when these have a host of their own. */
  readonly staffOrigin?: string | undefined
}
