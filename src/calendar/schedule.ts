/** When something happens, time after time: a rule with its times, its pauses and what differs on single dates. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { day, optional, text, wallTime } from '#editorial/field.ts'
import { exceptionSchema } from './exception.ts'
import { isHoliday } from './holidays.ts'
import { shortDate, timeRange } from './norwegian.ts'
import { nearest, type Period, ruleDates, ruleSchema, sayRule } from './rule.ts'

const pause = z.strictObject({
  from: day().meta({ label: 'Fra og med' }),
  until: day().meta({ label: 'Til og med' }),
  reason: text().max(80).meta({ label: 'Hvorfor', hint: 'For eksempel sommerferie' }),
})

const topic = z.strictObject({
  date: day().meta({ label: 'Dato', hint: 'Datoen det skulle vært, også om den er flyttet' }),
  title: text().max(100).meta({ label: 'Tema' }),
  speaker: optional(text().max(80)).meta({
    label: 'Hvem forteller',
    hint: 'Rollen, ikke navnet: kreftkoordinator',
  }),
})
export type Topic = z.output<typeof topic>

/** The part of an entry that dates come from. `checkSchedule` holds what one field alone cannot say. */
export const scheduleFields = {
  rule: ruleSchema.meta({ label: 'Hvor ofte' }),
  startTime: wallTime().meta({ label: 'Starter', hint: 'Klokkeslett i anførselstegn: "12:00"' }),
  endTime: wallTime().meta({ label: 'Slutter' }),
  skipHolidays: z.boolean().default(false).meta({ label: 'Ikke på helligdager', hint: 'Også 1. og 17. mai' }),
  pauses: z.array(pause).default([]).meta({ label: 'Pauser', hint: 'For eksempel sommer og jul' }),
  exceptions: z
    .array(exceptionSchema)
    .default([])
    .meta({ label: 'Endringer', hint: 'Avlyst, flyttet eller ekstra. La gamle endringer stå' }),
  topics: z.array(topic).default([]).meta({ label: 'Temaer' }),
}
export type Schedule = z.output<z.ZodObject<typeof scheduleFields>>

/** The dates that the rule gives, less pauses and holidays, before any exception. */
export function regularDates({ rule, pauses, skipHolidays }: Schedule, period: Period): Temporal.PlainDate[] {
  return ruleDates(rule, period).filter((date) => {
    const iso = date.toString()
    return !pauses.some((each) => each.from <= iso && iso <= each.until) && !(skipHolidays && isHoliday(date))
  })
}

/** Whether the rule gives this date. */
export function isRegular(schedule: Schedule, date: Temporal.PlainDate): boolean {
  return regularDates(schedule, { from: date, until: date }).length > 0
}

/** The regular date closest to a wish, within a year; for error messages. */
export function nearestDate(schedule: Schedule, wish: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const year = { years: 1 }
  return nearest(regularDates(schedule, { from: wish.subtract(year), until: wish.add(year) }), wish)
}

/** @example saySchedule(cafe) // 'Annenhver tirsdag kl. 12.00–14.00' */
export function saySchedule({ rule, startTime, endTime }: Schedule): string {
  const [start, end] = [startTime, endTime].map((time) => Temporal.PlainTime.from(time))
  return `${sayRule(rule)} ${timeRange(start as Temporal.PlainTime, end as Temporal.PlainTime)}`
}

/** What else the reader should know about when: coming pauses, holidays and the last date. One sentence each. */
export function sayPauses({ rule, pauses, skipHolidays }: Schedule, today: Temporal.PlainDate): string[] {
  const words = (iso: string) => shortDate(Temporal.PlainDate.from(iso))
  const coming = pauses.filter((each) => each.until >= today.toString())
  return [
    ...coming.map((each) => `Pause fra ${words(each.from)} til ${words(each.until)}: ${each.reason}.`),
    ...(skipHolidays ? ['Ikke på helligdager.'] : []),
    ...(rule.lastDate === undefined ? [] : [`Siste gang er ${words(rule.lastDate)}.`]),
  ]
}
