/** What an editor can get wrong across fields, said so that it can be put right at once. */
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { apply, type Exception, type When } from './exception.ts'
import { longDate } from './norwegian.ts'
import { nearestIs } from './rule.ts'
import { isRegular, nearestDate, plannedOn, regularDates, type Schedule, saySchedule } from './schedule.ts'

type Path = (string | number)[]
type Refuse = (path: Path, message: string) => void

/**
 * Refuses times that end before they start, a rule that never gives a date, and exceptions and topics on dates that
 * do not exist. Each message is in Norwegian; those about a date name the nearest real one.
 */
export function checkSchedule(schedule: Schedule, context: z.RefinementCtx): void {
  const refuse: Refuse = (path, message) => context.addIssue({ code: 'custom', path, message })
  if (schedule.endTime <= schedule.startTime) refuse(['endTime'], 'Slutt må være etter start, samme dag')
  for (const [index, pause] of schedule.pauses.entries())
    if (pause.until < pause.from) refuse(['pauses', index, 'until'], 'Pausen slutter før den begynner')
  if (schedule.rule && !givesDates(schedule, schedule.rule.firstDate))
    refuse(['rule'], `${saySchedule(schedule)} gir ingen datoer. Se på pausene og siste dato`)

  const changed = new Map<string, When>()
  for (const [index, exception] of schedule.exceptions.entries())
    checkException(schedule, exception, changed, (path, message) =>
      refuse(['exceptions', index, ...path], message),
    )
  for (const [index, { date }] of schedule.topics.entries()) {
    const problem = changed.has(date) ? undefined : notADate(schedule, date)
    if (problem) refuse(['topics', index, 'date'], problem)
    if (schedule.topics.findIndex((each) => each.date === date) < index)
      refuse(['topics', index, 'date'], 'Denne datoen har alt et tema')
  }
}

/** @param changed the dates that earlier exceptions changed or added; this one is put there too */
function checkException(
  schedule: Schedule,
  exception: Exception,
  changed: Map<string, When>,
  refuse: Refuse,
) {
  const { kind, date } = exception
  const known = changed.get(date)
  const problem = known ? undefined : notADate(schedule, date)
  if (kind === 'extra' && !problem) return refuse(['date'], 'Denne datoen finnes fra før. Velg en annen dag')
  if (kind !== 'extra' && problem) return refuse(['date'], problem)
  if (kind === 'restored' && !known?.cancelled)
    return refuse(['date'], 'Denne datoen er ikke avlyst. Avlysningen må stå lenger opp i listen')
  const after = apply(known ?? plannedOn(schedule, date), exception)
  changed.set(date, after)
  if (kind === 'cancelled') return
  if (after.endTime <= after.startTime) refuse(['endTime'], 'Slutt må være etter start, samme dag')
  if (
    kind === 'moved' &&
    !exception.newDate &&
    !exception.startTime &&
    !exception.endTime &&
    !exception.place
  )
    refuse(['newDate'], 'Skriv hva som er nytt: dato, klokkeslett eller sted')
  if (isTaken(schedule, changed, date, after.date))
    refuse(
      [kind === 'moved' ? 'newDate' : 'date'],
      'Det er en annen dato denne dagen. Avlys den, eller velg en annen dag',
    )
}

/** Whether another date than the one asked for takes place that day. */
function isTaken(schedule: Schedule, changed: Map<string, When>, date: string, day: string): boolean {
  const others = [...changed].filter(([each]) => each !== date)
  if (others.some(([, each]) => each.date === day && !each.cancelled)) return true
  return day !== date && !changed.has(day) && notADate(schedule, day) === undefined
}

/** Why a day is not one of the dates; nothing when it is. */
function notADate(schedule: Schedule, iso: string): string | undefined {
  const date = Temporal.PlainDate.from(iso)
  if (isRegular(schedule, date)) return undefined
  return `${longDate(date)} er ikke en av datoene («${saySchedule(schedule)}»). ${nearestIs(nearestDate(schedule, date))}`
}

/** Two years are enough: the rarest rule gives a date every half year. */
function givesDates(schedule: Schedule, firstDate: string): boolean {
  const from = Temporal.PlainDate.from(firstDate)
  return regularDates(schedule, { from, until: from.add({ years: 2 }) }).length > 0
}
