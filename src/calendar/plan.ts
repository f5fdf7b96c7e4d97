/** Half a year on one sheet of paper: the dates by month, and how closely they must be set to fit. */
import type { Temporal } from 'temporal-polyfill'
import type { Activity } from './activity.ts'
import { monthOf } from './month.ts'
import { capitalise, monthName, timeRange, weekdayOf } from './norwegian.ts'
import { type Occurrence, upcoming } from './occurrences.ts'
import { sayChange, sayElsewhere, sayTopic } from './words.ts'

interface PlanLine {
  readonly uid: string
  readonly cancelled: boolean
  /** «tir 24. kl. 12.00–14.00» */
  readonly when: string
  readonly title: string
  readonly more: string
}

export interface Plan {
  readonly months: readonly { readonly name: string; readonly lines: readonly PlanLine[] }[]
  /** Those with a date in these months. */
  readonly activities: readonly Activity[]
  readonly density: Density
}

/** How many characters fit on a line, and how many such lines on a sheet of each density: tests/site/plan.test.ts. */
export const planLimits = {
  roomy: { lineLength: 34, lines: 78 },
  close: { lineLength: 50, lines: 112 },
  tight: { lineLength: 40, lines: 226 },
} as const
export type Density = keyof typeof planLimits

/** @example planOf([cafe], now).months[0]?.name // 'November 2026' */
export function planOf(activities: readonly Activity[], now: Temporal.Instant): Plan {
  const dates = upcoming(activities, now, 6)
  const months = [...Map.groupBy(dates, (date) => monthOf(date).toString()).values()].map((members) => ({
    name: capitalise(monthName((members[0] as Occurrence).startsAt)),
    lines: members.map((date) => toLine(date)),
  }))
  const shown = activities.filter((activity) => dates.some((date) => date.of === activity))
  const density = (['roomy', 'close'] as const).find(
    (each) => heightOf(months, shown.length, each) <= planLimits[each].lines,
  )
  return { months, activities: shown, density: density ?? 'tight' }
}

/** In lines. A month's heading takes as much room as three of them, and what is said of a place as four. */
function heightOf(months: Plan['months'], places: number, density: Density): number {
  const { lineLength } = planLimits[density]
  const lines = months.flatMap((month) => month.lines)
  const heights = lines.map(({ when, title, more }) =>
    Math.ceil(`${when} ${title} ${more}`.length / lineLength),
  )
  return heights.reduce((sum, each) => sum + each, 3 * months.length + 4 * places)
}

function toLine(date: Occurrence): PlanLine {
  return {
    uid: date.uid,
    cancelled: date.state === 'cancelled',
    when: `${weekdayOf(date.startsAt).slice(0, 3)} ${date.startsAt.day}. ${timeRange(date.startsAt, date.endsAt)}`,
    title: date.of.title,
    more: [date.tentative && 'Ikke bekreftet', sayTopic(date), sayElsewhere(date), sayChange(date)]
      .filter(Boolean)
      .join('. '),
  }
}
