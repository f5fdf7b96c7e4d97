/**
 * What became different on one date. An exception keeps naming the date that the rule gave, so that a subscribed
 * calendar moves what it has instead of showing it twice. Several on the same date are read from the top.
 */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { day, optional, text, wallTime } from '#editorial/field.ts'
import { type Place, placeSchema } from './place.ts'

const date = (hint: string) => day().meta({ label: 'Dato', hint, input: 'activityDate' })
const changedAt = day().meta({
  label: 'Endret',
  hint: 'Dagen du skriver dette. Kalenderne trenger den',
  input: 'today',
})
const newTimes = {
  startTime: optional(wallTime()).meta({ label: 'Ny start', hint: 'Tom når klokkeslettet er som vanlig' }),
  endTime: optional(wallTime()).meta({ label: 'Ny slutt', hint: 'Tom når det varer like lenge som vanlig' }),
  place: optional(placeSchema).meta({ label: 'Nytt sted', hint: 'Tom når stedet er som vanlig' }),
}

const cancelled = z.strictObject({
  kind: z.literal('cancelled').meta({ label: 'Avlyst' }),
  date: date('Datoen som er avlyst'),
  reason: text().max(160).meta({ label: 'Hvorfor', hint: 'Kort og vennlig. Aldri noens helse eller navn' }),
  changedAt,
})

const restored = z.strictObject({
  kind: z.literal('restored').meta({ label: 'Likevel ikke avlyst' }),
  date: date('Datoen som var avlyst. La avlysningen stå over denne'),
  reason: optional(text().max(160)).meta({ label: 'Hva folk bør vite' }),
  changedAt,
})

const moved = z.strictObject({
  kind: z.literal('moved').meta({ label: 'Flyttet' }),
  date: date('Datoen det skulle vært, før flyttingen'),
  newDate: optional(day()).meta({ label: 'Ny dato', hint: 'Tom når bare tid eller sted er nytt' }),
  ...newTimes,
  reason: optional(text().max(160)).meta({ label: 'Hvorfor' }),
  changedAt,
})

const extra = z.strictObject({
  kind: z.literal('extra').meta({ label: 'Ekstra dato' }),
  date: day().meta({ label: 'Dato', hint: 'En dato utenom de vanlige' }),
  ...newTimes,
  reason: optional(text().max(160)).meta({ label: 'Hva er spesielt', hint: 'For eksempel «Julekafé»' }),
  changedAt,
})

export const exceptionSchema = z.discriminatedUnion('kind', [cancelled, moved, extra, restored])
export type Exception = z.output<typeof exceptionSchema>

/** When and where a date takes place, after none, some or all of its changes. */
export interface When {
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  /** Only when it is another than the usual. */
  readonly place?: Place | undefined
  readonly cancelled?: boolean
  readonly reason?: string | undefined
}

/** One change on top of what was known. A new start without a new end lasts as long as before. */
export function apply(before: When, exception: Exception): When {
  const { reason } = exception
  if (exception.kind === 'cancelled') return { ...before, cancelled: true, reason }
  if (exception.kind === 'restored')
    return { ...before, cancelled: false, reason: reason ?? 'Ikke avlyst likevel.' }
  const startTime = exception.startTime ?? before.startTime
  return {
    date: (exception.kind === 'moved' && exception.newDate) || before.date,
    startTime,
    endTime: exception.endTime ?? endOf(before, startTime),
    place: exception.place ?? before.place,
    reason,
  }
}

/** When it ends after a new start, as long as it lasted before. */
export function endOf(before: Pick<When, 'startTime' | 'endTime'>, newStart: string): string {
  if (newStart === before.startTime) return before.endTime
  const [start, end] = [before.startTime, before.endTime].map((time) => Temporal.PlainTime.from(time))
  const lasts = (start as Temporal.PlainTime).until(end as Temporal.PlainTime)
  return Temporal.PlainTime.from(newStart).add(lasts).toString({ smallestUnit: 'minute' })
}
