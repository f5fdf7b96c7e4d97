/** What a scheduled call does where no worker runs: sends what waits in the outbox, and runs what comes back. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { countMail } from '#db/outbox.ts'
import { deliverDue } from '#intake/deliver.ts'
import type { RoundPremises } from '#intake/round.ts'
import { findRoundsProblem, runRounds } from '#intake/rounds.ts'
import { coordinatorCheck, keyCheck, mailProblem } from './checks.ts'
import { readiness } from './readiness.ts'
import type { Runtime } from './runtime.ts'

/** No mail is begun after so long, in milliseconds: hosts end a function after ten seconds or more. */
const patience = 7_000

/**
 * Answers a scheduled call. It may come at any time, twice at once too, and also where a worker runs.
 *
 * @returns 404 for who does not send `Authorization: Bearer SCHEDULE_SECRET`; else what /readyz of our own server
 *   would say
 */
export async function answerSchedule(
  request: Request,
  runtime: Runtime,
  edition: RoundPremises['edition'],
): Promise<Response> {
  const { environment, db, now } = runtime
  if (!knows(request, environment.scheduleSecret)) return new Response(null, { status: 404 })
  const origin = environment.publicUrl?.origin ?? new URL(request.url).origin
  // Mail first: somebody may be waiting for a link.
  await deliverDue(runtime, patience)
  const staffOrigin = environment.staffUrl?.origin
  await runRounds({ ...runtime, origin, staffOrigin, edition })
  const found = await readiness([
    coordinatorCheck(runtime),
    keyCheck(runtime),
    { name: 'rounds', weight: 'degraded', look: () => findRoundsProblem(runtime) },
    {
      name: 'mail',
      weight: 'degraded',
      look: async () => mailProblem(await countMail(db, now().subtract({ minutes: 15 }))),
    },
  ])
  return Response.json(found)
}

/** Of equal length before they are compared, so that the time tells nothing of the secret. */
function knows(request: Request, secret: string | undefined): boolean {
  const [, said] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return secret !== undefined && said !== undefined && timingSafeEqual(hash(said), hash(secret))
}
