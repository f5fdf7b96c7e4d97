/** Who has a seat on a course, who waits for one, and who has left. */
import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { SignUpTimes } from '#casework/sign-up.ts'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import type { Tables } from './tables.ts'

export interface SignUp extends SignUpTimes {
  readonly id: string
  readonly courseId: string
  /** The order in which people signed up for the course, from 1. */
  readonly number: number
  readonly submissionId: string
  readonly channel: 'mail' | 'phone'
}

/**
 * How many seats are taken, or held for somebody they are offered to, and how many people wait.
 *
 * @param trx a transaction that has locked the course, unless the numbers are only shown
 */
export async function countSeats(
  trx: Database,
  courseId: string,
): Promise<{ taken: number; waiting: number }> {
  const count = async (rows: ReturnType<typeof live>) =>
    (await rows.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
  const waiting = await count(waitingOn(trx, courseId))
  return { taken: (await count(live(trx, courseId))) - waiting, waiting }
}

/** Adds somebody at the end of the line. */
export async function addSignUp(
  trx: Database,
  signUp: {
    courseId: string
    submissionId: string
    channel: SignUp['channel']
    tokenHashOf: (id: string) => string
    seated: boolean
    now: Temporal.Instant
  },
): Promise<SignUp> {
  const id = randomUUID()
  const now = instantText(signUp.now)
  const { last } = await trx
    .selectFrom('sign_ups')
    .where('course_id', '=', signUp.courseId)
    .select((row) => row.fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow()
  const row = await trx
    .insertInto('sign_ups')
    .values({
      id,
      course_id: signUp.courseId,
      number: (last ?? 0) + 1,
      submission_id: signUp.submissionId,
      token_hash: signUp.tokenHashOf(id),
      channel: signUp.channel,
      signed_up_at: now,
      seated_at: signUp.seated ? now : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toSignUp(row)
}

export const setChannel = (trx: Database, id: string, channel: SignUp['channel']) =>
  change(trx, id, { channel })
export const seat = (trx: Database, id: string, now: Temporal.Instant) =>
  change(trx, id, { seated_at: instantText(now) })
/** @param endsAt nothing when the hours count from a call that is still to be made */
export const offer = (
  trx: Database,
  id: string,
  now: Temporal.Instant,
  endsAt: Temporal.Instant | undefined,
) => change(trx, id, { offered_at: instantText(now), offer_ends_at: endsAt ? instantText(endsAt) : null })
export const setOfferEnd = (trx: Database, id: string, endsAt: Temporal.Instant) =>
  change(trx, id, { offer_ends_at: instantText(endsAt) })
/** @param by `public`, `system` when the time ran out, or a staff id */
export const release = (trx: Database, id: string, by: string, now: Temporal.Instant) =>
  change(trx, id, { left_at: instantText(now), left_by: by })

/**
 * Notes that somebody with a seat came to the course.
 *
 * @param by a staff id; nothing takes it back
 * @returns false when she has no seat
 */
export async function markAttended(
  trx: Database,
  id: string,
  by: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const found = await findSignUp(trx, id)
  if (!found?.seatedAt || found.leftAt) return false
  await change(trx, id, { attended_at: by === null ? null : instantText(now), attended_by: by })
  return true
}

async function change(trx: Database, id: string, values: Partial<Tables['sign_ups']>): Promise<void> {
  await trx.updateTable('sign_ups').set(values).where('id', '=', id).execute()
}

/** Who waits for a seat, the first in line first. */
export async function listWaiting(db: Database, courseId: string): Promise<SignUp[]> {
  return (await waitingOn(db, courseId).selectAll().orderBy('number').execute()).map(toSignUp)
}

/** Offers whose time is up; once the course has begun, every offer. */
export async function listExpired(
  db: Database,
  courseId: string,
  { now, begun }: { now: Temporal.Instant; begun: boolean },
): Promise<SignUp[]> {
  const rows = await live(db, courseId)
    .selectAll()
    .where('seated_at', 'is', null)
    .where('offered_at', 'is not', null)
    .$if(!begun, (offers) => offers.where('offer_ends_at', '<=', instantText(now)))
    .orderBy('number')
    .execute()
  return rows.map(toSignUp)
}

/** Everybody who ever signed up for a course, in that order. */
export async function listSignUpRows(db: Database, courseId: string): Promise<SignUp[]> {
  const rows = await all(db).where('course_id', '=', courseId).selectAll().orderBy('number').execute()
  return rows.map(toSignUp)
}

export const findSignUp = (db: Database, id: string) => findBy(db, 'id', id)
export const findSignUpBySubmission = (db: Database, id: string) => findBy(db, 'submission_id', id)
export const findSignUpByToken = (db: Database, tokenHash: string) => findBy(db, 'token_hash', tokenHash)

/** The sign-up that a receipt is about. */
export async function findSignUpByReference(db: Database, reference: string): Promise<SignUp | undefined> {
  const row = await all(db)
    .innerJoin('submissions', 'submissions.id', 'sign_ups.submission_id')
    .where('submissions.reference', '=', reference)
    .selectAll('sign_ups')
    .executeTakeFirst()
  return row && toSignUp(row)
}

/** Removes what hangs on a submission that is about to be removed. */
export async function removeSignUp(trx: Database, submissionId: string): Promise<void> {
  const own = trx.selectFrom('sign_ups').select('id').where('submission_id', '=', submissionId)
  await trx.deleteFrom('sign_up_messages').where('sign_up_id', 'in', own).execute()
  await trx.deleteFrom('sign_ups').where('submission_id', '=', submissionId).execute()
}

async function findBy(db: Database, column: 'id' | 'submission_id' | 'token_hash', value: string) {
  const row = await all(db).selectAll().where(column, '=', value).executeTakeFirst()
  return row && toSignUp(row)
}

const all = (db: Database) => db.selectFrom('sign_ups')
const live = (db: Database, courseId: string) =>
  all(db).where('course_id', '=', courseId).where('left_at', 'is', null)
const waitingOn = (db: Database, courseId: string) =>
  live(db, courseId).where('seated_at', 'is', null).where('offered_at', 'is', null)

const toSignUp = (row: Tables['sign_ups']): SignUp => ({
  id: row.id,
  courseId: row.course_id,
  number: row.number,
  submissionId: row.submission_id,
  channel: row.channel,
  signedUpAt: row.signed_up_at,
  seatedAt: row.seated_at,
  offeredAt: row.offered_at,
  offerEndsAt: row.offer_ends_at,
  leftAt: row.left_at,
  leftBy: row.left_by,
  attendedAt: row.attended_at,
})
