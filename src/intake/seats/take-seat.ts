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
  const words = signUp && (await standing(trx, counter, signUp))
  if (!words) return undefined
  return words.kind === 'seated'
    ? { next: words.next, attachments: [calendarOf(counter)] }
    : { next: words.next }
}

/** How she stands, in the words of the receipt (`shown`) and of the mail (`next`); nothing once she was offered a seat or left. */
export async function standing(db: Database, counter: Counter, signUp: SignUp) {
  const kind = stateOf(signUp)
  if (kind !== 'seated' && kind !== 'waiting') return undefined
  const { title, shown, next } = counter.words[kind]
  const nummer = kind === 'waiting' ? String(await placeInLine(db, signUp)) : ''
  const say = (lines: readonly string[]) => lines.map((line) => sayIn(line, counter, signUp, { nummer }))
  return { kind, title, shown: say(shown), next: say(next) }
}

/** 1 for the first of those who wait. */
export async function placeInLine(db: Database, signUp: SignUp): Promise<number> {
  const waiting = await listWaiting(db, signUp.courseId)
  return waiting.findIndex(({ id }) => id === signUp.id) + 1
}
