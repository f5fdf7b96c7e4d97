/** Sends what waits in the outbox, one mail at a time, until the process stops. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { countMail, type LeasedMail, leaseMail, markSent, readMail, returnMail } from '#db/outbox.ts'
import { minutesAfter } from './backoff.ts'
import { type Mailer, type MailSettings, openMailer, UnansweredError } from './mail.ts'
import type { Premises } from './premises.ts'

interface PostOffice extends Premises {
  readonly log: Logger
}

export interface Delivery {
  /** Look now: somebody waits for a link. */
  wake(): void
  /** Finishes the mail in hand and stops. */
  stop(): Promise<void>
  /** Whether the worker runs, how much mail waits, how much has waited over a quarter of an hour, how much was given up. */
  health(): Promise<{ running: boolean; waiting: number; late: number; givenUp: number }>
}

/** Longer than any attempt may last, so that nobody else takes a mail that is being sent. */
const leaseMinutes = 5
const pollMilliseconds = 5_000
/** Whoever woke us is about to answer somebody. */
const courtesyMilliseconds = 50

export function startDelivery(
  office: PostOffice & { readonly environment: MailSettings },
  mailer: Mailer = openMailer(office.environment, office.log),
): Delivery {
  const { db, log, now } = office
  let woken = new AbortController()
  let stopped = false
  let running = true

  async function run() {
    while (!stopped) {
      const round = woken
      try {
        while (!stopped && (await deliverNext(office, mailer)));
      } catch (err) {
        log.error({ err }, 'the outbox could not be read')
      }
      if (!stopped) await wait(pollMilliseconds, undefined, { signal: round.signal }).catch(() => {})
      if (!stopped && round.signal.aborted) await wait(courtesyMilliseconds)
      woken = new AbortController()
    }
  }
  const wake = () => woken.abort()
  const ended = run().finally(() => {
    running = false
    mailer.close()
  })
  return {
    wake,
    async stop() {
      stopped = true
      wake()
      await ended
    },
    health: async () => ({ running, ...(await countMail(db, now().subtract({ minutes: 15 }))) }),
  }
}

/** Sends what is due and begins no other mail after so many milliseconds: for a host where no worker runs. */
export async function deliverDue(
  office: PostOffice & { readonly environment: MailSettings },
  milliseconds: number,
): Promise<void> {
  const mailer = openMailer(office.environment, office.log)
  const end = performance.now() + milliseconds
  try {
    while (performance.now() < end && (await deliverNext(office, mailer)));
  } finally {
    mailer.close()
  }
}

/** @returns false when no mail is due */
export async function deliverNext(office: PostOffice, mailer: Mailer): Promise<boolean> {
  const { db, vault, log } = office
  const started = office.now()
  const leased = await leaseMail(db, started, started.add({ minutes: leaseMinutes }))
  if (!leased) return false
  try {
    const mail = await readMail(db, vault, leased)
    await mailer.send({ ...mail, ...leased })
  } catch (error) {
    await putOff(office, leased, error)
    return true
  }
  await markSent(db, leased, office.now())
  log.info({ mail: leased.id, kind: leased.kind }, 'mail sent')
  return true
}

async function putOff({ db, log, now }: PostOffice, leased: LeasedMail, error: unknown) {
  const { id: mail, kind, attempts } = leased
  const before = leased.problem?.startsWith(unanswered) ? unanswered : undefined
  const problem = [before, nameOf(error)].filter(Boolean).join(', then ')
  const minutes = minutesAfter(attempts)
  // Twice is all that anybody may get of the same mail: now a person must look whether it came.
  if (minutes === undefined || (before && error instanceof UnansweredError)) {
    log.error({ mail, kind, attempts, problem }, 'mail given up')
    await returnMail(db, leased, { problem, givenUpAt: now() })
  } else {
    log.warn({ mail, kind, attempts, problem, minutes }, 'mail put off')
    await returnMail(db, leased, { problem, dueAt: now().add({ minutes }) })
  }
}

const unanswered = 'unanswered'

/** Enough to act on. The message of a mail server may repeat the address, so it is left out. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error instanceof UnansweredError) return unanswered
  const code = 'code' in error ? error.code : error.name
  return 'responseCode' in error ? `${code} ${error.responseCode}` : String(code)
}
