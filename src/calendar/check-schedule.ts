/** What an editor can get wrong across fields, said so that it can be put right at once. */
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { apply, type Exception, type When } from './exception.ts'
import { longDate } from './norwegian.ts'
import { nearestIs } from './rule.ts'
import { isRegular, nearestDate, regularDates, type Schedule, saySchedule } from './schedule.ts'

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
  if (!givesDates(schedule))
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
  const problem = changed.has(date) ? undefined : notADate(schedule, date)
  if (kind === 'extra' && !problem)
    return refuse(['date'], 'Det er kafé denne dagen fra før. Velg en annen dag')
  if (kind !== 'extra' && problem) return refuse(['date'], problem)
  const { startTime, endTime } = schedule
  const after = apply(changed.get(date) ?? { date, startTime, endTime, state: 'planned' }, exception)
  changed.set(date, after)
  if (kind === 'cancelled') return
  if (after.endTime <= after.startTime) refuse(['endTime'], 'Slutt må være etter start, samme dag')
  if (kind === 'extra') return
  const { newDate } = exception
  if (!newDate && !exception.startTime && !exception.endTime && !exception.place)
    refuse(['newDate'], 'Skriv hva som er nytt: dato, klokkeslett eller sted')
  const there =
    newDate &&
    newDate !== date &&
    (changed.get(newDate)?.state ?? (notADate(schedule, newDate) ? 'free' : 'planned'))
  if (there === 'planned')
    refuse(['newDate'], 'Det er kafé denne dagen fra før. Avlys den ene, eller velg en annen dag')
}

function notADate(schedule: Schedule, iso: string): string | undefined {
  const date = Temporal.PlainDate.from(iso)
  if (isRegular(schedule, date)) return undefined
  return `${longDate(date)} er ikke en av datoene («${saySchedule(schedule)}»). ${nearestIs(nearestDate(schedule, date))}`
}

/** Two years are enough: the rarest rule gives a date every half year. */
function givesDates(schedule: Schedule): boolean {
  const from = Temporal.PlainDate.from(schedule.rule.firstDate)
  return regularDates(schedule, { from, until: from.add({ years: 2 }) }).length > 0
}
