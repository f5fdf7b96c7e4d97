/** What somebody on a course or its list decides: to take the seat that is offered, or to leave. */
import type { Temporal } from 'temporal-polyfill'
import { firstDate, offerEnds } from '#calendar/sign-up.ts'
import { stateOf } from '#casework/sign-up.ts'
import { lockCourseRow } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { Database } from '#db/open.ts'
import { markCalled } from '#db/sign-up-messages.ts'
import { findSignUp, release, type SignUp, seat, setOfferEnd } from '#db/sign-ups.ts'
import { forgetClaims } from '#db/signed-up.ts'
import { offerSeats } from './offer.ts'
import { type Counter, tell } from './tell.ts'

/** A course that is no longer on the site has no counter: then nothing is offered to others, and no mail is sent. */
type At = { readonly now: Temporal.Instant; readonly counter: Counter | undefined }

/**
 * The sign-up as it is once nobody else can change it. Nothing when the address names another course than hers: its
 * seats would be counted, and its words sent.
 */
async function hold(trx: Database, id: string, { now, counter }: At) {
  const found = await findSignUp(trx, id)
  if (!found) return undefined
  const row = await lockCourseRow(trx, found.courseId, now)
  if (counter && counter.course.slug !== row.slug) return undefined
  const signUp = await findSignUp(trx, id)
  return signUp && { signUp, row }
}

/** @returns false when no seat is offered to her, or not any longer */
export async function acceptOffer(trx: Database, id: string, at: At): Promise<boolean> {
  const { now, counter } = at
  const held = await hold(trx, id, at)
  if (!held || !counter || !isOffered(held.signUp, counter)) return false
  await seat(trx, id, now)
  await tell(trx, counter, held.signUp, 'accepted')
  return true
}

function isOffered(signUp: SignUp, { now, course }: Counter): boolean {
  const start = firstDate(course)?.startsAt
  if (!start || start.epochMilliseconds <= now.epochMilliseconds) return false
  const state = stateOf(signUp)
  return state === 'to-call' || (state === 'offered' && (signUp.offerEndsAt ?? '') > instantText(now))
}

/**
 * Gives back a seat, an offer or a place in the line; what is free goes to the next at once.
 *
 * @param by `public` or a staff id
 * @returns false when she had left already
 */
export async function leave(trx: Database, id: string, by: string, at: At): Promise<boolean> {
  const { now, counter } = at
  const held = await hold(trx, id, at)
  if (!held || held.signUp.leftAt) return false
  await release(trx, id, by, now)
  // Whoever changes her mind may sign up again with the same answers, and is not taken for a repetition.
  await forgetClaims(trx, held.signUp.submissionId)
  if (!counter) return true
  await tell(trx, counter, held.signUp, 'left')
  await offerSeats(trx, counter, held.row)
  return true
}

/**
 * The coordinator has called. From an offer her hours count from now.
 *
 * @returns false when the call was made already
 */
export async function noteCall(
  trx: Database,
  call: { id: string; about: string; by: string },
  at: At,
): Promise<boolean> {
  const { id, about, by } = call
  const { now, counter } = at
  const held = await hold(trx, id, at)
  if (!held || !(await markCalled(trx, { signUpId: id, about, by, now }))) return false
  const start = counter && firstDate(counter.course)?.startsAt
  if (stateOf(held.signUp) === 'to-call' && start) await setOfferEnd(trx, id, offerEnds(now, start))
  return true
}
