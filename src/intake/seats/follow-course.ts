/** Tells the signed-up what was changed in their course: each change once, by UID and SEQUENCE as calendars count. */

import type { Occurrence } from '#calendar/occurrences.ts'
import { courseDates, firstDate } from '#calendar/sign-up.ts'
import { sayChange, sayWhen } from '#calendar/words.ts'
import { type CourseRow, type KnownDates, noteCourse } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { Database } from '#db/open.ts'
import { listSignUpRows } from '#db/sign-ups.ts'
import { seenAs } from './occasion.ts'
import { type Counter, sayInstant, tell } from './tell.ts'

/** One line of the message, and what makes it that message. */
interface Change {
  readonly about: string
  readonly words: string
}

/** @param trx a transaction that has locked the course */
export async function followCourse(trx: Database, counter: Counter, row: CourseRow): Promise<void> {
  const { course, now } = counter
  const seen = seenAs(course)
  const changes = changesOf(courseDates(course), row.dates, instantText(now))
  await noteCourse(trx, row.id, { ...seen, dates: knownNow(row.dates, seen.dates) })
  if (changes.length === 0) return
  const cancelled = firstDate(course) === undefined
  const about = changes.map((change) => change.about).join(' ')
  const names = { datoer: changes.map((change) => change.words).join('\n') }
  for (const signUp of await listSignUpRows(trx, row.id)) {
    const concerned = cancelled || signUp.seatedAt !== null || signUp.offeredAt !== null
    if (signUp.leftAt === null && concerned)
      await tell(trx, counter, signUp, cancelled ? 'cancelled' : 'changed', { about, names })
  }
}

function changesOf(dates: readonly Occurrence[], known: KnownDates, now: string): Change[] {
  const coming = dates.filter(({ endsAt, plannedAt }) =>
    [endsAt, plannedAt].some((at) => instantText(at.toInstant()) > now),
  )
  const changed = coming
    .filter(({ uid, changes }) => changes > (known[uid]?.sequence ?? -1))
    .map((date) => ({ about: `${date.uid} ${date.changes}`, words: sayDate(date, !(date.uid in known)) }))
  const shown = new Set(dates.map(({ uid }) => uid))
  const gone = Object.entries(known)
    .filter(([uid, date]) => !shown.has(uid) && !date.gone && date.startsAt > now)
    .map(([uid, date]) => ({ about: `${uid} gone`, words: `Utgår: ${sayInstant(date.startsAt)}.` }))
  return [...changed, ...gone]
}

const sayDate = (date: Occurrence, isNew: boolean) =>
  [`${isNew ? 'Ny dato: ' : ''}${sayWhen(date)}.`, sayChange(date)].filter(Boolean).join(' ')

/** Never back to a lower SEQUENCE: another process may still show the site of before. */
function knownNow(known: KnownDates, shown: KnownDates): KnownDates {
  const before = Object.entries(known).map(([uid, date]) => {
    const now = shown[uid]
    const kept = now && now.sequence >= date.sequence ? now : date
    return [uid, now ? kept : { ...date, gone: true as const }] as const
  })
  return { ...shown, ...Object.fromEntries(before) }
}
