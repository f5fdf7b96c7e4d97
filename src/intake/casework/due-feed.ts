import { Temporal } from 'temporal-polyfill'
import { type DayLine, dayFeed } from '#calendar/day-feed.ts'
import type { Due } from '#casework/follow-up.ts'

/** How far ahead a calendar shows what is due. */
const ahead = { days: 60 }

/**
 * What is due as a feed for a calendar: how many of each sort on each day, and nobody's name. What is overdue stands
 * on today, until it is done.
 *
 * @param host of the site, so that no other calendar has the same ids
 */
export function dueFeed(due: readonly Due[], host: string, today: Temporal.PlainDate): string {
  const dayOf = ({ kind, dueOn }: Due) => {
    const day = Temporal.PlainDate.from(dueOn)
    const isOverdue = kind !== 'hold-meeting' && Temporal.PlainDate.compare(day, today) < 0
    return isOverdue ? today : day
  }
  const last = today.add(ahead)
  const near = due.filter((each) => Temporal.PlainDate.compare(dayOf(each), last) <= 0)
  const lines = [...Map.groupBy(near, (each) => `${dayOf(each)}-${each.kind}`)].flatMap(
    ([key, [first, ...more]]): DayLine[] =>
      first
        ? [
            {
              uid: `${key}@${host}`,
              date: dayOf(first),
              words: more.length === 0 ? first.words : `${first.words} (${more.length + 1})`,
            },
          ]
        : [],
  )
  return dayFeed('Pusterom: det som skal gjøres', lines, today)
}
