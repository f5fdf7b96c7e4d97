/** The clock of a build: what static pages count as today. The domain gets it as an argument. */
import type { Temporal } from 'temporal-polyfill'
import { clockOf, readEnvironment } from '#env.ts'

export const now = (): Temporal.Instant => clockOf(readEnvironment())()

/** The day in Oslo. */
export const today = (): Temporal.PlainDate => now().toZonedDateTimeISO('Europe/Oslo').toPlainDate()
