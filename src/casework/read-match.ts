/** What a coordinator types about a match, read or refused in words that she can act on. */
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { day, wallTime } from '#editorial/field.ts'
import type { Problem } from '#forms/answer.ts'
import type { Fields } from '#forms/fields.ts'
import { readActDay } from './act-day.ts'
import { type MatchEnding, type MatchingMeeting, matchEndings } from './match.ts'
import { type NeedsAgreement, needsAgreementSchema } from './needs-agreement.ts'
import { problemOf } from './preferences.ts'

type Read<Value> = Value | { readonly problems: readonly Problem[] }

const typed = (fields: Fields, key: string): string => (fields.get(key)?.[0] ?? '').trim()

/** What is wrong, one sentence for each field. */
const problemsOf = ({ issues }: z.ZodError, words: Readonly<Record<string, string>>): Problem[] =>
  [...Map.groupBy(issues, ({ path }) => String(path[0]))].map(([key, [issue]]) => ({
    key,
    text: words[key] ?? issue?.message ?? 'Svar på dette',
  }))

const place = z
  .string()
  .trim()
  .min(1, 'Skriv hvor dere møtes')
  .max(200, 'Skriv kortere')
  .superRefine((text, check) => {
    const message = problemOf(text)
    if (message) check.addIssue({ code: 'custom', message })
  })

/**
 * Where and when the first meeting is, and the home address if it is needed.
 *
 * @example readMeeting(fields, today) // { meeting: { date: '2026-11-26', time: '17:00', place: 'Hjemme' }, address: '' }
 */
export function readMeeting(
  fields: Fields,
  today: Temporal.PlainDate,
): Read<{ readonly meeting: MatchingMeeting; readonly address: string }> {
  const last = today.add({ years: 1 }).toString()
  const address = place.optional()
  const schema = z.object({
    date: day().refine((date) => String(date) <= last, 'Velg en dag det neste året'),
    time: wallTime(),
    place,
    address,
  })
  const read = schema.safeParse({
    date: typed(fields, 'date'),
    time: typed(fields, 'time'),
    place: typed(fields, 'place'),
    address: typed(fields, 'address') || undefined,
  })
  if (!read.success) {
    const words = { date: 'Velg en dag det neste året', time: 'Skriv klokkeslettet slik: 17:00' }
    return { problems: problemsOf(read.error, words) }
  }
  const { address: home = '', ...meeting } = read.data
  return { meeting: { ...meeting, date: String(meeting.date) }, address: home }
}

/** @example readAgreement(fields, today) // { agreement: { frequency: 'weekly', weekday: 'fri', … } } */
export function readAgreement(
  fields: Fields,
  today: Temporal.PlainDate,
): Read<{ readonly agreement: NeedsAgreement }> {
  const travel = typed(fields, 'travelCosts')
  const read = needsAgreementSchema.safeParse({
    frequency: typed(fields, 'frequency'),
    weekday: typed(fields, 'weekday'),
    time: typed(fields, 'time'),
    hours: Number(typed(fields, 'hours').replace(',', '.') || Number.NaN),
    startDate: typed(fields, 'startDate'),
    reviewDate: typed(fields, 'reviewDate'),
    travelCosts: travel === 'yes' || (travel === 'no' ? false : undefined),
    signedOn: typed(fields, 'signedOn'),
  })
  const words = {
    frequency: 'Velg hvor ofte',
    weekday: 'Velg en ukedag',
    time: 'Skriv klokkeslettet slik: 11:00',
    hours: 'Skriv hvor mange timer hver gang, for eksempel 2',
    startDate: 'Velg den første dagen',
    travelCosts: 'Velg ja eller nei',
    signedOn: 'Velg dagen begge signerte',
  }
  if (!read.success) return { problems: problemsOf(read.error, words) }
  if (read.data.signedOn > today.toString())
    return { problems: [{ key: 'signedOn', text: 'Avtalen må være signert før den lagres' }] }
  return { agreement: read.data }
}

/** What staff wrote beside an act; nothing is fine. */
export function readNote(fields: Fields): Read<{ readonly note: string | undefined }> {
  const note = typed(fields, 'notat')
  const text = note.length > 2000 ? 'Skriv kortere' : problemOf(note)
  return text ? { problems: [{ key: 'notat', text }] } : { note: note || undefined }
}

/** Why and when an assignment ended, and who said so. */
export function readEnding(
  fields: Fields,
  today: Temporal.PlainDate,
): Read<{ readonly reason: MatchEnding; readonly date: string; readonly note: string | undefined }> {
  const reason = typed(fields, 'reason')
  const day = readActDay(fields, 'dato', 'past', today)
  const note = readNote(fields)
  const problems = [
    ...(Object.hasOwn(matchEndings, reason) ? [] : [{ key: 'reason', text: 'Velg hvorfor' }]),
    ...('problems' in day ? day.problems : []),
    ...('problems' in note ? note.problems : []),
  ]
  if ('problems' in day || 'problems' in note || problems.length > 0) return { problems }
  return { reason: reason as MatchEnding, ...day, ...note }
}
