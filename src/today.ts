/** The clock of a build: what static pages count as today. The domain gets it as an argument. */
import type { Temporal } from 'temporal-polyfill'
import { clockOf, readBuildSettings } from '#env.ts'

let clock: (() => Temporal.Instant) | undefined

export function now(): Temporal.Instant {
  clock ??= clockOf(readBuildSettings())
  return clock()
}

/** The day in Oslo. */
export const today = (): Temporal.PlainDate => now().toZonedDateTimeISO('Europe/Oslo').toPlainDate()

/** What a coordinator has chosen that these pages say about volunteers. */
export const publicLine = () => readBuildSettings().publicLine ?? 'none'
