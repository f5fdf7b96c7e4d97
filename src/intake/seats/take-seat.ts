/** What follows from a sign-up: a seat when one is free and nobody waits for it, else a place in the line. */
import { closedBecause } from '#calendar/sign-up.ts'
import { stateOf } from '#casework/sign-up.ts'
import { type CourseRow, lockCourse } from '#db/courses.ts'
import type { Database } from '#db/open.ts'
import {
  addSignUp,
  countSeats,
  findSignUp,
  findSignUpBySubmission,
  listWaiting,
  type SignUp,
  setChannel,
} from '#db/sign-ups.ts'
import type { Follow, Kept, Outcome } from '../followers.ts'
import { getOccasion, seenAs } from './occasion.ts'
import { offerSeats } from './offer.ts'
import { type Counter, calendarOf, linkHash, linkToken, sayIn } from './tell.ts'

/** Runs inside the transaction that keeps the answers. From the lock to its end nobody else counts these seats. */
export const takeSeat: Follow = async (trx, kept) => {
  const { submissionId, form, vault, sender, now } = kept
  const { course, mail } = getOccasion(form)
  const counter: Counter = { vault, sender, words: mail, course, now }
  const row = await lockCourse(trx, seenAs(course), now)
  const before = await findSignUpBySubmission(trx, submissionId)
  if (before) await setChannel(trx, before.id, channelOf(kept))
  else await offerSeats(trx, counter, row)
  const signUp = before ?? (await join(trx, counter, row, kept))
  return said(trx, counter, signUp)
}

/** Whether one more can have a seat: none is passed over who waits. */
export const hasRoom = (capacity: number | undefined, seats: { taken: number; waiting: number }): boolean =>
  capacity === undefined || (seats.waiting === 0 && seats.taken < capacity)

async function join(trx: Database, { course, vault, now }: Counter, row: CourseRow, kept: Kept) {
  const closed = closedBecause(course, now)
  const open = closed !== 'cancelled' && closed !== 'begun'
  return addSignUp(trx, {
    courseId: row.id,
    submissionId: kept.submissionId,
    channel: channelOf(kept),
    tokenHashOf: (id) => linkHash(vault, linkToken(vault, id)),
    seated: open && hasRoom(course.capacity, await countSeats(trx, row.id)),
    now,
  })
}

const channelOf = ({ answers }: Kept): SignUp['channel'] =>
  answers.some(({ kind, value }) => kind === 'email' && value !== null) ? 'mail' : 'phone'

/** What the confirmation says, by how she stands now. */
async function said(trx: Database, counter: Counter, { id }: SignUp): Promise<Outcome | undefined> {
  const signUp = await findSignUp(trx, id)
  if (!signUp) return undefined
  const { words } = counter
  const lines = (kind: 'seated' | 'waiting', nummer = '') =>
    words[kind].next.map((line) => sayIn(line, counter, signUp, { nummer }))
  switch (stateOf(signUp)) {
    case 'seated':
      return { next: lines('seated'), attachments: [calendarOf(counter)] }
    case 'waiting':
      return { next: lines('waiting', String(await placeInLine(trx, signUp))) }
    default:
      return undefined
  }
}

/** 1 for the first of those who wait. */
export async function placeInLine(db: Database, signUp: SignUp): Promise<number> {
  const waiting = await listWaiting(db, signUp.courseId)
  return waiting.findIndex(({ id }) => id === signUp.id) + 1
}
