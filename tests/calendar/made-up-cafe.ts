/** Cafés for tests: a whole valid entry, of which a test names only what it is about. */
import { Temporal } from 'temporal-polyfill'
import { type Cafe, cafeSchema, toCafe } from '#calendar/cafe.ts'
import { municipalitySchema } from '#editorial/municipality.ts'

export const date = (iso: string) => Temporal.PlainDate.from(iso)
export const period = (from: string, until: string) => ({ from: date(from), until: date(until) })
export const year2026 = period('2026-01-01', '2026-12-31')

export const entry = {
  title: 'Kafé Etter-På',
  summary: 'En kafé for pårørende.',
  rule: { weekday: 'tirsdag', weeks: 2, firstDate: '2026-01-06' },
  startTime: '12:00',
  endTime: '14:00',
  place: { name: 'Kafé Naustet', address: 'Bryggevegen 4, 9999 Fjordvik' },
  confirmedAt: '2026-01-02',
  createdAt: '2026-01-01',
}

export const fjordvik = municipalitySchema.parse({
  name: 'Fjordvik',
  officialName: 'Fjordvik kommune',
  county: 'Innlandet',
  website: 'https://www.fjordvik.example',
  theme: 'lyng',
})

export function madeUpCafe(different: Record<string, unknown> = {}, slug = 'etter-pa'): Cafe {
  return toCafe(slug, cafeSchema.parse({ ...entry, ...different }), fjordvik)
}

/** What an editor reads when the entry is wrong: `field: message`, one line for each. */
export function problems(different: Record<string, unknown>): string[] {
  const result = cafeSchema.safeParse({ ...entry, ...different })
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}
