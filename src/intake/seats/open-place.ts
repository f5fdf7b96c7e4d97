/** The page behind the link in a mail: how somebody stands, and what she decides. Opening it changes nothing. */
import type { Course } from '#calendar/course.ts'
import { type SignUpState, stateOf } from '#casework/sign-up.ts'
import { addAuditLine } from '#db/audit.ts'
import { findCourseRow } from '#db/courses.ts'
import { findSignUpByToken, type SignUp } from '#db/sign-ups.ts'
import { FieldsError, readFields } from '#forms/fields.ts'
import type { Premises } from '../premises.ts'
import type { Edition } from '../round.ts'
import { acceptOffer, leave } from './answer-offer.ts'
import { counterOf } from './counter.ts'
import { linkHash } from './tell.ts'

interface Desk extends Premises {
  readonly origin: string
}

/** A sign-up with its course, which may be gone from the site. */
export interface Place {
  readonly signUp: SignUp
  readonly state: SignUpState
  readonly title: string
  readonly course: Course | undefined
}

/** @returns nothing when the link leads nowhere, as when the sign-up was deleted */
export async function openPlace(
  { db, vault }: Desk,
  edition: Edition,
  token: string,
): Promise<Place | undefined> {
  const signUp = await findSignUpByToken(db, linkHash(vault, token))
  const row = signUp && (await findCourseRow(db, signUp.courseId))
  if (!row) return undefined
  const course = edition.courses.find(({ slug }) => slug === row.slug)
  return { signUp, state: stateOf(signUp), title: course?.title ?? row.title, course }
}

/** What can be answered: yes to an offer, no to it, or to leave the course or its list. */
const answers = ['ja', 'nei', 'av'] as const

/** @returns what to answer with: back to the page, which then says how things stand */
export async function answerPlace(
  request: Request,
  desk: Desk,
  edition: Edition,
  { signUp: { id }, course }: Place,
): Promise<Response> {
  const answer = await readAnswer(request)
  if (typeof answer === 'number') return new Response(null, { status: answer })
  const now = desk.now()
  const at = { now, counter: course && counterOf(desk, edition, course) }
  await desk.db.transaction().execute(async (trx) => {
    const done = answer === 'ja' ? await acceptOffer(trx, id, at) : await leave(trx, id, 'public', at)
    const act = answer === 'ja' ? 'accept-seat' : 'leave-course'
    if (done) await addAuditLine(trx, { actor: 'public', act, table: 'sign_ups', row: id, now })
  })
  desk.wakeDelivery?.()
  return new Response(null, { status: 303, headers: { location: `${new URL(request.url).pathname}#plass` } })
}

async function readAnswer(request: Request): Promise<(typeof answers)[number] | number> {
  try {
    const fields = readFields(request.headers.get('content-type'), await request.text())
    return answers.find((each) => each === fields.get('svar')?.[0]) ?? 400
  } catch (error) {
    if (error instanceof FieldsError) return error.status
    throw error
  }
}
