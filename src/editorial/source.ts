/** Where a fact comes from. Every rights page shows its sources and when they were last checked. */
import { z } from 'zod'
import { day, optional, text, webAddress } from './field.ts'

/** A paragraph of law. Its name and address come from `content/laws/`. */
const lawSource = z.strictObject({
  law: text().meta({ label: 'Lov', hint: 'Kortnavnet fra lovlisten, for eksempel hol', input: 'law' }),
  paragraph: text().meta({ label: 'Paragraf', hint: 'For eksempel 3-6 eller 2-5 a' }),
  checkedAt: day().meta({ label: 'Kontrollert', hint: 'Dagen lovteksten sist ble lest' }),
})

const webSource = z.strictObject({
  title: text().meta({ label: 'Navn på kilden', hint: 'Utgiver og tittel, for eksempel Nav: Pleiepenger' }),
  url: optional(webAddress()).meta({ label: 'Nettadresse' }),
  year: optional(z.int().min(1990).max(2100)).meta({
    label: 'År',
    hint: 'Året kilden er fra, når den er eldre enn to år eller udatert',
  }),
  checkedAt: optional(day()).meta({
    label: 'Kontrollert',
    hint: 'Dagen kilden sist ble lest. Tom når kilden er udatert',
  }),
})

export const source = z.union([lawSource, webSource])
export type Source = z.output<typeof source>

/**
 * The date that a page shows as «Kontrollert»: the oldest of its sources' dates, for a page is no fresher than
 * its oldest fact.
 *
 * @throws when no source has a date; the schema of a rights page refuses that
 */
export function checkedAt(sources: readonly Source[]): string {
  const oldest = sources
    .map((each) => each.checkedAt)
    .filter((date) => date !== undefined)
    .sort()[0]
  if (oldest === undefined) throw new Error('expected at least one source with checkedAt, got none')
  return oldest
}
