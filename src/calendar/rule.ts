/** How often a café meets: every n weeks from a first date, or the nth weekday of the month. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { day, optional } from '#editorial/field.ts'
import { capitalise, longDate, type Weekday, weekdayOf, weekdays } from './norwegian.ts'

export const ordinals = ['første', 'andre', 'tredje', 'fjerde', 'siste'] as const

/** From the first day to the last, both included. */
export interface Period {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

const ruleFields = z.strictObject({
  weekday: z.enum(weekdays).meta({ label: 'Ukedag' }),
  weeks: optional(z.int().min(1).max(26)).meta({
    label: 'Hver hvilken uke',
    hint: '1 er hver uke, 2 er annenhver. Tom når dagen følger måneden',
  }),
  nth: optional(z.enum(ordinals)).meta({
    label: 'Hvilken i måneden',
    hint: 'For eksempel siste. Tom når dagen følger ukene',
  }),
  firstDate: day().meta({ label: 'Første dato', hint: 'Datoene telles fra denne' }),
  lastDate: optional(day()).meta({ label: 'Siste dato', hint: 'Tom når det ikke er satt noen slutt' }),
})
export type Rule = z.output<typeof ruleFields>

/** @throws through Zod, in Norwegian, when the rule gives no dates or its first date is not one of them */
export const ruleSchema = ruleFields.superRefine(checkRule, { when: ({ issues }) => issues.length === 0 })

function checkRule(rule: Rule, context: z.RefinementCtx<Rule>) {
  const refuse = (path: keyof Rule, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if ((rule.weeks === undefined) === (rule.nth === undefined))
    return refuse('weeks', 'Fyll ut enten «hver hvilken uke» eller «hvilken i måneden», ikke begge')
  if (rule.lastDate !== undefined && rule.lastDate < rule.firstDate)
    return refuse('lastDate', 'Siste dato er før første dato')
  const first = Temporal.PlainDate.from(rule.firstDate)
  const fits = weekdayOf(first) === rule.weekday && (rule.nth === undefined || isNth(first, rule.nth))
  if (fits) return
  const wanted = rule.nth ? `${rule.nth} ${rule.weekday} i måneden` : rule.weekday
  const weekly = weeklyDates(rule.weekday, first.subtract({ days: 35 }), first.add({ days: 35 }))
  const candidates = weekly.filter((date) => !rule.nth || isNth(date, rule.nth))
  refuse('firstDate', `${longDate(first)} er ikke ${wanted}. ${nearestIs(nearest(candidates, first))}`)
}

/**
 * The dates that the rule gives within a period, in order.
 *
 * @example ruleDates({ weekday: 'tirsdag', weeks: 2, firstDate: '2026-11-24' }, { from, until }).map(String)
 * // ['2026-11-24', '2026-12-08', …]
 */
export function ruleDates(rule: Rule, { from, until }: Period): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(rule.firstDate)
  const start = later(first, from)
  const end = rule.lastDate === undefined ? until : earlier(Temporal.PlainDate.from(rule.lastDate), until)
  const { nth } = rule
  if (nth !== undefined) return weeklyDates(rule.weekday, start, end).filter((date) => isNth(date, nth))
  const step = (rule.weeks ?? 1) * 7
  const passed = first.until(start, { largestUnit: 'day' }).days
  return stepping(first.add({ days: Math.ceil(passed / step) * step }), end, step)
}

/** @example sayRule({ weekday: 'tirsdag', weeks: 2, … }) // 'Annenhver tirsdag' */
export function sayRule({ weekday, weeks, nth }: Rule): string {
  if (nth !== undefined) return capitalise(`${nth} ${weekday} i måneden`)
  if (weeks === undefined || weeks === 1) return `Hver ${weekday}`
  return weeks === 2
    ? `Annenhver ${weekday}`
    : `${capitalise(weekday)} hver ${counted[weeks] ?? `${weeks}.`} uke`
}
const counted: Readonly<Record<number, string>> = {
  3: 'tredje',
  4: 'fjerde',
  5: 'femte',
  6: 'sjette',
  8: 'åttende',
}

/** The date closest to a wish; the earlier one when two are as close. */
export function nearest(
  dates: readonly Temporal.PlainDate[],
  wish: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const distance = (date: Temporal.PlainDate) => Math.abs(wish.until(date, { largestUnit: 'day' }).days)
  return [...dates].sort((a, b) => distance(a) - distance(b) || Temporal.PlainDate.compare(a, b))[0]
}

/** How an error names the date that the editor may have meant. */
export const nearestIs = (date: Temporal.PlainDate | undefined): string =>
  date ? `Nærmeste er ${longDate(date)} (${date})` : 'Det er ingen dato i nærheten'

function isNth(date: Temporal.PlainDate, nth: (typeof ordinals)[number]): boolean {
  return nth === 'siste'
    ? date.day + 7 > date.daysInMonth
    : Math.ceil(date.day / 7) === ordinals.indexOf(nth) + 1
}

/** Every such weekday between two days. */
function weeklyDates(
  weekday: Weekday,
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const ahead = (weekdays.indexOf(weekday) + 1 - start.dayOfWeek + 7) % 7
  return stepping(start.add({ days: ahead }), end, 7)
}

function stepping(first: Temporal.PlainDate, end: Temporal.PlainDate, days: number): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  for (let date = first; Temporal.PlainDate.compare(date, end) <= 0; date = date.add({ days }))
    dates.push(date)
  return dates
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) < 0 ? a : b
