/** When something happens: a rule with its pauses, or listed sessions, and what differs on single dates. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { day, optional, text, wallTime } from '#editorial/field.ts'
import { endOf, exceptionSchema, type When } from './exception.ts'
import { isHoliday } from './holidays.ts'
import { capitalise, longDate, shortDate, timeRange } from './norwegian.ts'
import { nearest, type Period, type Rule, ruleDates, sayRule } from './rule.ts'
import type { Session } from './session.ts'

const pause = z.strictObject({
  from: day().meta({ label: 'Fra og med' }),
  until: day().meta({ label: 'Til og med' }),
  reason: text().max(80).meta({ label: 'Hvorfor', hint: 'For eksempel sommerferie' }),
})

const topic = z.strictObject({
  date: day().meta({
    label: 'Dato',
    hint: 'Datoen det skulle vært, også om den er flyttet',
    input: 'activityDate',
  }),
  title: text().max(100).meta({ label: 'Tema' }),
  speaker: optional(text().max(80)).meta({
    label: 'Hvem forteller',
    hint: 'Rollen, ikke navnet: kreftkoordinator',
  }),
})
export type Topic = z.output<typeof topic>

/** What dates come from, beside a rule or sessions. `checkSchedule` holds what one field alone cannot say. */
export const scheduleFields = {
  startTime: wallTime().meta({ label: 'Starter' }),
  endTime: wallTime().meta({ label: 'Slutter' }),
  skipHolidays: z.boolean().default(false).meta({ label: 'Ikke på helligdager', hint: 'Også 1. og 17. mai' }),
  pauses: z
    .array(pause)
    .default([])
    .meta({ label: 'Pauser', hint: 'For eksempel sommer og jul', one: 'pause' }),
  exceptions: z.array(exceptionSchema).default([]).meta({
    label: 'Endringer',
    hint: 'Avlyst, flyttet eller ekstra. La gamle endringer stå',
    one: 'endring',
    input: 'changes',
  }),
  topics: z.array(topic).default([]).meta({ label: 'Temaer', one: 'tema' }),
}
export type Schedule = z.output<z.ZodObject<typeof scheduleFields>> & {
  readonly rule?: Rule | undefined
  /** Only a course has them, and then no rule. */
  readonly sessions?: readonly Session[]
}

/** The dates of the sessions, or those that the rule gives less pauses and holidays, before any exception. */
export function regularDates(schedule: Schedule, period: Period): Temporal.PlainDate[] {
  const { rule, sessions = [], pauses, skipHolidays } = schedule
  if (!rule)
    return sessions
      .map(({ date }) => Temporal.PlainDate.from(date))
      .filter((date) => isWithin(date, period))
      .sort(Temporal.PlainDate.compare)
  return ruleDates(rule, period).filter((date) => {
    const iso = date.toString()
    return !pauses.some((each) => each.from <= iso && iso <= each.until) && !(skipHolidays && isHoliday(date))
  })
}

export const isWithin = (date: Temporal.PlainDate, { from, until }: Period): boolean =>
  Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, until) <= 0

/** When and where a date takes place before any exception. */
export function plannedOn(schedule: Schedule, date: string): When {
  const session = schedule.sessions?.find((each) => each.date === date)
  const startTime = session?.startTime ?? schedule.startTime
  return { date, startTime, endTime: session?.endTime ?? endOf(schedule, startTime), place: session?.place }
}

/** Whether this is a date before any exception. */
export function isRegular(schedule: Schedule, date: Temporal.PlainDate): boolean {
  return regularDates(schedule, { from: date, until: date }).length > 0
}

/** The regular date closest to a wish, within a year; for error messages. */
export function nearestDate(schedule: Schedule, wish: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const year = { years: 1 }
  return nearest(regularDates(schedule, { from: wish.subtract(year), until: wish.add(year) }), wish)
}

/**
 * @example saySchedule(cafe) // 'Annenhver tirsdag kl. 12.00–14.00'
 * @example saySchedule(course) // '4 ganger, fra 2. februar 2027 til 23. februar 2027'
 */
export function saySchedule(schedule: Schedule): string {
  const { rule, sessions = [] } = schedule
  const clock = ({ startTime, endTime }: Pick<When, 'startTime' | 'endTime'>) =>
    timeRange(Temporal.PlainTime.from(startTime), Temporal.PlainTime.from(endTime))
  if (rule) return `${sayRule(rule)} ${clock(schedule)}`
  const dates = sessions.map(({ date }) => date).sort()
  const [first = '', last = first] = [dates[0], dates.at(-1)]
  if (first === last)
    return `${capitalise(longDate(Temporal.PlainDate.from(first)))} ${clock(plannedOn(schedule, first))}`
  return `${dates.length} ganger, fra ${inWords(first)} til ${inWords(last)}`
}

const inWords = (iso: string) => shortDate(Temporal.PlainDate.from(iso))

/** What else the reader should know about when: coming pauses, holidays and the last date. One sentence each. */
export function sayPauses({ rule, pauses, skipHolidays }: Schedule, today: Temporal.PlainDate): string[] {
  const coming = pauses.filter((each) => each.until >= today.toString())
  return [
    ...coming.map((each) => `Pause fra ${inWords(each.from)} til ${inWords(each.until)}: ${each.reason}.`),
    ...(skipHolidays ? ['Ikke på helligdager.'] : []),
    ...(rule?.lastDate === undefined ? [] : [`Siste gang er ${inWords(rule.lastDate)}.`]),
  ]
}
