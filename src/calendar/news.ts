/** What is new: each café and course when it was added, and each change of a date, the newest first. */
import { Temporal } from 'temporal-polyfill'
import type { Activity } from './activity.ts'
import { capitalise, longDate } from './norwegian.ts'
import { changesByDate, type Occurrence, occurrenceOn, osloTime } from './occurrences.ts'
import { saySchedule } from './schedule.ts'
import { sayChange, sayWhen } from './words.ts'

export interface NewsItem {
  /** A tag URI (RFC 4151): never changes, however the words do. */
  readonly id: string
  readonly title: string
  readonly text: string
  readonly path: string
  readonly at: Temporal.Instant
}

/**
 * Everything that files say has happened, up to a day. What nobody has confirmed is no news.
 *
 * @example listNews([cafe], today)[0]?.title // 'Avlyst: Kafé Etter-På tirsdag 8. desember 2026'
 */
export function listNews(activities: readonly Activity[], today: Temporal.PlainDate): NewsItem[] {
  const until = osloTime(today.toString(), '23:59').toInstant()
  return activities
    .filter(({ confirmedAt }) => confirmedAt !== undefined)
    .flatMap((activity) => [added(activity), ...changesOf(activity)])
    .filter(({ at }) => Temporal.Instant.compare(at, until) <= 0)
    .sort((a, b) => Temporal.Instant.compare(b.at, a.at) || (a.id < b.id ? -1 : 1))
}

function added(activity: Activity): NewsItem {
  const { collection, slug, host, title, summary, path, createdAt } = activity
  return {
    id: `tag:${host},2026:${collection}/${slug}`,
    title: `Nytt: ${title}`,
    text: `${saySchedule(activity)}. ${summary}`,
    path,
    at: midnight(createdAt),
  }
}

/** Each change as it was when it was made, with those before it. */
function changesOf(activity: Activity): NewsItem[] {
  return [...changesByDate(activity)].flatMap(([date, changes]) =>
    changes.map(({ kind, changedAt }, index) => {
      const then = occurrenceOn(activity, date, changes.slice(0, index + 1))
      return {
        id: `${added(activity).id}/${date}/${then.changes}`,
        title: `${names[kind]}: ${activity.title} ${longDate(kind === 'moved' ? then.plannedAt : then.startsAt)}`,
        text: sayNow(then),
        path: activity.path,
        at: midnight(changedAt),
      }
    }),
  )
}

const names = {
  cancelled: 'Avlyst',
  moved: 'Endret',
  extra: 'Ny dato',
  restored: 'Likevel ikke avlyst',
} as const

const sayNow = (date: Occurrence) =>
  [date.state !== 'cancelled' && `${capitalise(sayWhen(date))}, ${date.place.name}.`, sayChange(date)]
    .filter(Boolean)
    .join(' ')

const midnight = (iso: string) => osloTime(iso, '00:00').toInstant()
