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
  readonly density: 'roomy' | 'close' | 'tight'
}

/** How many characters of the widest set fit on a line, and how many such lines on the sheet. */
const lineLength = 40
const limits = { roomy: 55, close: 110 } as const

/** @example planOf([cafe], now).months[0]?.name // 'November 2026' */
export function planOf(activities: readonly Activity[], now: Temporal.Instant): Plan {
  const dates = upcoming(activities, now, 6)
  const months = [...Map.groupBy(dates, (date) => monthOf(date).toString()).values()].map((members) => ({
    name: capitalise(monthName((members[0] as Occurrence).startsAt)),
    lines: members.map((date) => toLine(date)),
  }))
  const lines = months.flatMap((month) => month.lines)
  const length = ({ when, title, more }: PlanLine) => `${when} ${title} ${more}`.length
  const height = lines.reduce((sum, line) => sum + Math.ceil(length(line) / lineLength), 3 * months.length)
  return {
    months,
    activities: activities.filter((activity) => dates.some((date) => date.of === activity)),
    density: height <= limits.roomy ? 'roomy' : height <= limits.close ? 'close' : 'tight',
  }
}

function toLine(date: Occurrence): PlanLine {
  return {
    uid: date.uid,
    cancelled: date.state === 'cancelled',
    when: `${weekdayOf(date.startsAt).slice(0, 3)} ${date.startsAt.day}. ${timeRange(date.startsAt, date.endsAt)}`,
    title: date.of.title,
    more: [sayTopic(date), sayElsewhere(date), sayChange(date)].filter(Boolean).join('. '),
  }
}
