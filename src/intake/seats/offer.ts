/** Gives free seats to those who wait, in their order, and takes back what nobody answered in time. */
import { firstDate, offerEnds } from '#calendar/sign-up.ts'
import type { CourseRow } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { Database } from '#db/open.ts'
import { countSeats, listExpired, listWaiting, offer, release } from '#db/sign-ups.ts'
import { type Counter, tell } from './tell.ts'

/** @param trx a transaction that has locked the course */
export async function offerSeats(trx: Database, counter: Counter, row: CourseRow): Promise<void> {
  const { course, now } = counter
  const startsAt = firstDate(course)?.startsAt
  const begun = startsAt !== undefined && startsAt.epochMilliseconds <= now.epochMilliseconds
  for (const signUp of await listExpired(trx, row.id, { now, begun })) {
    await release(trx, signUp.id, 'system', now)
    await tell(trx, counter, signUp, 'expired')
  }
  if (!startsAt || begun) return
  const { taken } = await countSeats(trx, row.id)
  const free = (course.capacity ?? Number.POSITIVE_INFINITY) - taken
  if (free <= 0) return
  const waiting = await listWaiting(trx, row.id)
  for (const signUp of waiting.slice(0, Math.min(free, waiting.length))) {
    // Who left no mail address has her hours from the call.
    const endsAt = signUp.channel === 'mail' ? offerEnds(now, startsAt) : undefined
    await offer(trx, signUp.id, now, endsAt)
    await tell(
      trx,
      counter,
      { ...signUp, offeredAt: instantText(now), offerEndsAt: endsAt ? instantText(endsAt) : null },
      'offered',
    )
  }
}
