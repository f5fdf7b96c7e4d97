/** Tells a submission that a person should look at first. It is kept and gets its receipt as any other. */
import { Temporal } from 'temporal-polyfill'
import { networkOf } from '#db/network.ts'
import type { Database } from '#db/open.ts'
import { countQuarantined } from '#db/quarantine.ts'
import { countSubmissions } from '#db/submissions.ts'
import { countAttempt } from '#db/throttles.ts'
import type { Vault } from '#db/vault.ts'
import type { Suspicion } from '#forms/suspicion.ts'
import { madeAt } from './form-key.ts'

/** How much is usual. A clock that stands still can measure none of it. */
export interface Limits {
  /**
   * Milliseconds from when a form is made until a person, with everything filled in by the browser, can send it. 0:
   * nobody asks when it was made.
   */
  readonly fastest: number
  /** Submissions within an hour from one network. A library, a hospital ward or a stand in the street is one. */
  readonly perNetwork: number
  /** Submissions of one form that were let in within an hour. */
  readonly perForm: number
  /**
   * How many may wait in quarantine for one reason. Beyond it one more of that reason is not received; whoever fills the
   * quarantine with one kind leaves room for all who come there for another.
   */
  readonly held: number
}

export const usualLimits: Limits = { fastest: 2_000, perNetwork: 40, perForm: 120, held: 500 }
export const noLimits: Limits = { fastest: 0, perNetwork: Infinity, perForm: Infinity, held: Infinity }

/** Where a submission came from, over the network. */
export interface Origin {
  /** The network address of whoever sent it. Only a keyed hash of it is kept, for 24 hours. */
  readonly address: string
  /** The key that came with it, as it came. */
  readonly key: string
  /** Whether the field that people cannot see was filled in. */
  readonly trapped: boolean
}

const hour = Temporal.Duration.from({ hours: 1 })

/** Thrown when a suspicious submission finds no room. Nothing of it is kept; a person is told to call. */
export class TooManyError extends Error {
  override readonly name = 'TooManyError'
}

/**
 * @returns why a person should look first, or nothing
 * @throws {TooManyError} when one should, and too many wait already
 */
export async function suspect(
  trx: Database,
  premises: { vault: Vault; limits: Limits; now: Temporal.Instant },
  { origin, form }: { origin: Origin; form: string },
): Promise<Suspicion | undefined> {
  const { vault, limits, now } = premises
  const reason = (await fromNetwork()) ?? byItself() ?? (await inFlood())
  if (reason && (await countQuarantined(trx, reason)) >= limits.held)
    throw new TooManyError(
      `expected fewer than ${limits.held} in quarantine for this reason, got more (${reason})`,
    )
  return reason

  /** Counted whatever else is suspicious: on PostgreSQL first, too, so that everybody takes locks in one order. */
  async function fromNetwork(): Promise<Suspicion | undefined> {
    const fingerprint = vault.fingerprint('intake address', networkOf(origin.address))
    const count = await countAttempt(trx, { fingerprint, within: hour, now })
    return count > limits.perNetwork ? 'network' : undefined
  }

  function byItself(): Suspicion | undefined {
    if (origin.trapped) return 'trap'
    if (limits.fastest === 0) return undefined
    const made = madeAt(vault, origin.key)
    if (!made) return 'unmade'
    return now.epochMilliseconds - made.epochMilliseconds < limits.fastest ? 'fast' : undefined
  }

  async function inFlood(): Promise<Suspicion | undefined> {
    const count = await countSubmissions(trx, { form, since: now.subtract(hour), most: limits.perForm })
    return count >= limits.perForm ? 'flood' : undefined
  }
}
