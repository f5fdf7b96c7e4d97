/** The cafés that have been, with how many came: for whoever notes the number. */
import type { Temporal } from 'temporal-polyfill'
import type { Cafe } from '#calendar/cafe.ts'
import { occurrences, timeZone } from '#calendar/occurrences.ts'
import { listHeadCounts } from '#db/head-counts.ts'
import type { Database } from '#db/open.ts'

export interface CafeDate {
  readonly uid: string
  readonly title: string
  readonly startsAt: Temporal.ZonedDateTime
  /** Nothing until somebody has noted it. */
  readonly heads: number | undefined
}

/** Those that have begun during the last days, the latest first. One that was cancelled is not among them. */
export async function listCafeDates(
  db: Database,
  cafes: readonly Cafe[],
  now: Temporal.Instant,
  days = 60,
): Promise<CafeDate[]> {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const from = today.subtract({ days })
  const counts = await listHeadCounts(db, { from: from.toString(), until: today.toString() })
  const headsOf = new Map(counts.map(({ uid, heads }) => [uid, heads]))
  return cafes
    .flatMap((cafe) => occurrences(cafe, { from, until: today.add({ days: 1 }) }))
    .filter(
      ({ state, startsAt }) => state !== 'cancelled' && startsAt.epochMilliseconds <= now.epochMilliseconds,
    )
    .map(({ uid, of, startsAt }) => ({ uid, title: of.title, startsAt, heads: headsOf.get(uid) }))
    .sort((a, b) => b.startsAt.epochMilliseconds - a.startsAt.epochMilliseconds)
}
