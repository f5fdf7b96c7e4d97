/** What people on a course were told, so that nobody is told twice, and whom the coordinator still has to call. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

export interface Call {
  readonly signUpId: string
  readonly about: string
  readonly madeAt: string
}

/** @returns false when she was told already */
export async function addMessage(
  trx: Database,
  message: { signUpId: string; about: string; channel: 'mail' | 'phone'; now: Temporal.Instant },
): Promise<boolean> {
  const { signUpId, about, channel, now } = message
  const added = await trx
    .insertInto('sign_up_messages')
    .values({ sign_up_id: signUpId, about, channel, made_at: instantText(now) })
    .onConflict((conflict) => conflict.columns(['sign_up_id', 'about']).doNothing())
    .returning('about')
    .executeTakeFirst()
  return added !== undefined
}

/** Calls that nobody has made yet to people who are still on a course, or its list, that is not over; the oldest first. */
export async function listCalls(
  db: Database,
  now: Temporal.Instant,
  courseId?: string,
): Promise<(Call & { courseId: string })[]> {
  const rows = await db
    .selectFrom('sign_up_messages')
    .innerJoin('sign_ups', 'sign_ups.id', 'sign_up_id')
    .innerJoin('courses', 'courses.id', 'sign_ups.course_id')
    .where('courses.ends_at', '>', instantText(now))
    .where('sign_up_messages.channel', '=', 'phone')
    .where('called_at', 'is', null)
    .where('left_at', 'is', null)
    .$if(courseId !== undefined, (calls) => calls.where('course_id', '=', courseId ?? ''))
    .select(['sign_up_id', 'about', 'made_at', 'course_id'])
    .orderBy('made_at')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    signUpId: row.sign_up_id,
    about: row.about,
    madeAt: row.made_at,
    courseId: row.course_id,
  }))
}

/** @returns false when there is no such call, or it was made already */
export async function markCalled(
  trx: Database,
  call: { signUpId: string; about: string; by: string; now: Temporal.Instant },
): Promise<boolean> {
  const row = await trx
    .updateTable('sign_up_messages')
    .set({ called_at: instantText(call.now), called_by: call.by })
    .where('sign_up_id', '=', call.signUpId)
    .where('about', '=', call.about)
    .where('channel', '=', 'phone')
    .where('called_at', 'is', null)
    .returning('about')
    .executeTakeFirst()
  return row !== undefined
}
