/** Places and numbers that nobody has called to be sure of, or not for a year. */
import { Temporal } from 'temporal-polyfill'
import type { Confirmable } from './content.ts'
import { type Finding, sayDate } from './finding.ts'

export function unconfirmed(things: readonly Confirmable[], today: Temporal.PlainDate): Finding[] {
  return things.flatMap(({ file, name, confirmedAt, seenYear, reach }) => {
    const yearAgo = today.subtract({ years: 1 }).toString()
    if (confirmedAt !== undefined && confirmedAt > yearAgo) return []
    const what = confirmedAt
      ? `sist bekreftet ${sayDate(Temporal.PlainDate.from(confirmedAt))}`
      : `ikke bekreftet${seenYear ? `, opplysningen er fra ${seenYear}` : ''}`
    return [{ file, lines: [`${name}: ${what}.${reach ? ` Spør: ${reach}` : ''}`] }]
  })
}
