/**
 * Every round, and the two ways to run them: in the background of a server, or once by a scheduled call. When each
 * was begun stands in the database, so that several processes share the work and a scheduled call needs no memory.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { beginRound, endRound, forgetRound, listRounds } from '#db/rounds.ts'
import { notingAuditHead } from './audit-head.ts'
import { retention } from './casework/retention.ts'
import { deadLinks } from './dead-links.ts'
import { digest } from './digest.ts'
import { purging } from './purge.ts'
import { reminders } from './reminders.ts'
import type { Round, RoundPremises } from './round.ts'
import { seats } from './seats/round.ts'
import { tidyTexts } from './tidy-texts.ts'

/** A new one is a line here. */
const rounds: readonly Round[] = [
  seats,
  purging,
  retention,
  notingAuditHead,
  digest,
  reminders,
  tidyTexts,
  deadLinks,
]

/** Runs those that are due. One that fails stops no other. */
export async function runRounds(premises: RoundPremises, chosen = rounds): Promise<void> {
  for (const round of chosen) await runIfDue(premises, round)
}

async function runIfDue(premises: RoundPremises, { name, everyMinutes, run }: Round): Promise<void> {
  const { db, log, now, signal } = premises
  try {
    const begun = now()
    const since = begun.subtract({ seconds: everyMinutes * 60 })
    if (!(await beginRound(db, { name, since, now: begun }))) return
    const failed = await run(premises).then(
      () => false,
      (err: unknown) => {
        if (signal?.aborted) return undefined
        log.error({ err, round: name }, 'a round failed; it is tried again when its time comes')
        return true
      },
    )
    if (failed === undefined) await forgetRound(db, name)
    else await endRound(db, name, failed ? now() : undefined)
  } catch (err) {
    log.error({ err, round: name }, 'a round could not be begun or ended')
  }
}

export interface Rounds {
  /** Finishes the round in hand and stops. One that takes minutes is given up. */
  stop(): Promise<void>
  /** @returns what is wrong, or nothing */
  problem(): Promise<string | undefined>
}

/** Looks for what is due until it is stopped, at uneven times, so that several processes do not ask all at once. */
export function startRounds(premises: RoundPremises, chosen = rounds): Rounds {
  const stopped = new AbortController()
  const { signal } = stopped
  let running = true
  async function run() {
    while (!signal.aborted) {
      for (const round of chosen) if (!signal.aborted) await runIfDue({ ...premises, signal }, round)
      await wait(5_000 + Math.random() * 10_000, undefined, { signal }).catch(() => {})
    }
  }
  const ended = run().finally(() => {
    running = false
  })
  return {
    async stop() {
      stopped.abort()
      await ended
    },
    problem: async () => (running ? findRoundsProblem(premises, chosen) : 'not running; restart'),
  }
}

/** Late is what was not begun for three times its time, and a quarter of an hour: a server may have been down. */
export async function findRoundsProblem(
  { db, now }: Pick<RoundPremises, 'db' | 'now'>,
  chosen = rounds,
): Promise<string | undefined> {
  const begun = new Map((await listRounds(db)).map((each) => [each.name, each]))
  const isLate = ({ name, everyMinutes }: Round) => {
    const at = begun.get(name)?.begunAt
    const limit = now().subtract({ seconds: (everyMinutes * 3 + 15) * 60 })
    return at !== undefined && Temporal.Instant.compare(Temporal.Instant.from(at), limit) < 0
  }
  const failed = chosen.filter(({ name }) => begun.get(name)?.failed).map(({ name }) => name)
  const late = chosen.filter(isLate).map(({ name }) => name)
  if (failed.length > 0) return `failed: ${failed.join(', ')}; look in the log for the reason`
  return late.length > 0 ? `not begun for long: ${late.join(', ')}; look in the log, or restart` : undefined
}
