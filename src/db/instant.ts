import type { Temporal } from 'temporal-polyfill'

/** An instant as the database keeps it: always milliseconds, always Z, so that text sorts as time. */
export const instantText = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'millisecond' })
