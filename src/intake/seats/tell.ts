/** Says something to somebody on a course, once: by mail, or as a call that the coordinator makes. */
import { Temporal } from 'temporal-polyfill'
import type { Course } from '#calendar/course.ts'
import { feed } from '#calendar/feed.ts'
import { clock, longDate } from '#calendar/norwegian.ts'
import { timeZone } from '#calendar/occurrences.ts'
import { sayPlace } from '#calendar/place.ts'
import { courseDates, firstDate } from '#calendar/sign-up.ts'
import { sayWhen } from '#calendar/words.ts'
import type { Database } from '#db/open.ts'
import { type Attachment, enqueueMail } from '#db/outbox.ts'
import { addMessage } from '#db/sign-up-messages.ts'
import type { SignUp } from '#db/sign-ups.ts'
import { findSubmission } from '#db/signed-up.ts'
import type { Vault } from '#db/vault.ts'
import { fill } from '#editorial/site.ts'
import type { CourseMail, CourseMailKind, CourseMailName } from '#forms/course-mail.ts'
import { letter } from '../letter.ts'
import type { Sender } from '../premises.ts'

/** What is at hand where seats are given: the course as the site shows it now, and the words. */
export interface Counter {
  readonly vault: Vault
  readonly sender: Sender
  readonly words: CourseMail
  readonly course: Course
  readonly now: Temporal.Instant
}

/** What is also told to who left no mail address, by a call. Reminders are not: two for each would be too many calls. */
const worthACall: readonly CourseMailKind[] = ['offered', 'changed', 'cancelled']
const withDates: readonly CourseMailKind[] = ['accepted', 'changed', 'cancelled']

/** @param about what makes it the same message: it is said once. The kind itself when nothing is said */
export async function tell(
  trx: Database,
  counter: Counter,
  signUp: SignUp,
  kind: CourseMailKind,
  more: { about?: string; names?: Partial<Record<CourseMailName, string>> } = {},
): Promise<void> {
  const { vault, words, now, sender } = counter
  const { id: signUpId, channel } = signUp
  if (channel === 'phone' && !worthACall.includes(kind)) return
  if (!(await addMessage(trx, { signUpId, about: more.about ?? kind, channel, now }))) return
  if (channel === 'phone') return
  const submission = await findSubmission(trx, vault, signUp.submissionId)
  const to = submission?.answers.find((answer) => answer.kind === 'email')?.value
  if (typeof to !== 'string') return
  await enqueueMail(trx, vault, {
    to,
    subject: words[kind].subject,
    text: letter(sayIn(words[kind].text, counter, signUp, more.names), sender),
    attachments: withDates.includes(kind) ? [calendarOf(counter)] : undefined,
    kind: `course ${kind}`,
    submissionId: signUp.submissionId,
    now,
  })
}

/** Words with their names filled in. */
export function sayIn(
  text: string,
  counter: Omit<Counter, 'words'>,
  signUp: SignUp,
  names: Partial<Record<CourseMailName, string>> = {},
): string {
  const { course, vault, sender } = counter
  const first = firstDate(course) ?? courseDates(course)[0]
  const known: Record<CourseMailName, string> = {
    kurs: course.title,
    når: first ? sayWhen(first) : '',
    sted: first ? sayPlace(first.place) : '',
    lenke: `${sender.origin}/kurs/plass/${linkToken(vault, signUp.id)}/`,
    frist: signUp.offerEndsAt ? sayInstant(signUp.offerEndsAt) : '',
    nummer: '',
    datoer: '',
  }
  return fill(text, { ...known, ...names })
}

/** @example sayInstant('2027-01-12T12:00:00.000Z') // 'tirsdag 12. januar 2027 kl. 13.00' */
export function sayInstant(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  return `${longDate(local)} kl. ${clock(local)}`
}

/** The dates for her calendar: the same as in the public feed, with nothing about her. */
export const calendarOf = ({
  course,
  sender,
  now,
}: Pick<Counter, 'course' | 'sender' | 'now'>): Attachment => ({
  filename: `${course.slug}.ics`,
  contentType: 'text/calendar; charset=utf-8',
  content: feed({
    name: course.title,
    activities: [course],
    site: sender.origin,
    today: now.toZonedDateTimeISO(timeZone).toPlainDate(),
  }),
})

/** What the link in her mail carries. It is computed, so that each mail has the same and the database has none. */
export const linkToken = (vault: Vault, signUpId: string): string =>
  vault.fingerprint('sign-up link', signUpId)

/** What is kept of a link. */
export const linkHash = (vault: Vault, token: string): string => vault.fingerprint('sign-up token', token)
