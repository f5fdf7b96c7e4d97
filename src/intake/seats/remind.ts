/**
 * Reminds those who have a seat, three days and 24 hours before the first gathering. Not before each of them: who came
 * the first time has the rest in her calendar, and eight mails for four evenings would be read by nobody.
 */
import { firstDate } from '#calendar/sign-up.ts'
import type { CourseRow } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { Database } from '#db/open.ts'
import { listSignUpRows } from '#db/sign-ups.ts'
import { type Counter, tell } from './tell.ts'

/** @param trx a transaction that has locked the course */
export async function remind(trx: Database, counter: Counter, row: CourseRow): Promise<void> {
  const { course, now } = counter
  const first = firstDate(course)
  if (!first) return
  const threeDays = first.startsAt.subtract({ days: 3 }).toInstant()
  const oneDay = first.startsAt.subtract({ hours: 24 }).toInstant()
  const isAfter = (at: { epochMilliseconds: number }) => now.epochMilliseconds >= at.epochMilliseconds
  if (!isAfter(threeDays) || isAfter(first.startsAt)) return
  const [kind, since] = isAfter(oneDay) ? (['oneDay', oneDay] as const) : (['threeDays', threeDays] as const)
  // Who got her seat after that moment has just been told the same.
  const seated = (await listSignUpRows(trx, row.id)).filter(
    ({ seatedAt, leftAt }) => seatedAt !== null && seatedAt < instantText(since) && leftAt === null,
  )
  const about = `${kind} ${instantText(first.startsAt.toInstant())}`
  for (const signUp of seated) await tell(trx, counter, signUp, kind, { about })
}
