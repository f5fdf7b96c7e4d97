/** The coming dates of a text under way, as the site would count them. */
import { Temporal } from 'temporal-polyfill'
import { apply, type Exception, exceptionSchema } from '#calendar/exception.ts'
import { capitalise, longDate } from '#calendar/norwegian.ts'
import { ruleSchema } from '#calendar/rule.ts'
import { plannedOn, regularDates, type Schedule } from '#calendar/schedule.ts'

interface ComingDate {
  /** The one that the rule gives, `2026-12-08`: a change keeps naming it, also after the date has moved. */
  readonly date: string
  readonly says: string
  readonly cancelled: boolean
}

const shown = 8

/**
 * @param data the fields as they stand now, perhaps half filled in
 * @returns nothing while the rule makes no sense
 */
export function comingDates(data: Record<string, unknown>, from = today()): ComingDate[] {
  const schedule = toSchedule(data)
  if (!schedule) return []
  const period = { from, until: from.add({ years: 1 }) }
  return regularDates(schedule, period)
    .slice(0, shown)
    .map((day) => {
      const date = day.toString()
      const changes = schedule.exceptions.filter((each) => each.kind !== 'extra' && each.date === date)
      const when = changes.reduce(apply, plannedOn(schedule, date))
      const moved = when.date === date ? '' : `, flyttet til ${longDate(Temporal.PlainDate.from(when.date))}`
      return { date, says: capitalise(longDate(day)) + moved, cancelled: when.cancelled === true }
    })
}

export const today = (): Temporal.PlainDate => Temporal.Now.plainDateISO('Europe/Oslo')

function toSchedule(data: Record<string, unknown>): Schedule | undefined {
  const rule = ruleSchema.safeParse(data.rule).data
  const { sessions, startTime, endTime } = data as Partial<Schedule>
  const list = <Item>(value: unknown) => (Array.isArray(value) ? (value as Item[]) : [])
  if (!(rule || sessions?.length) || !startTime || !endTime) return undefined
  const exceptions = list<Exception>(data.exceptions).filter(
    (each) => exceptionSchema.safeParse(each).success,
  )
  return {
    ...(rule ? { rule } : { sessions }),
    startTime,
    endTime,
    skipHolidays: data.skipHolidays === true,
    pauses: list(data.pauses),
    exceptions,
    topics: [],
  } as Schedule
}
