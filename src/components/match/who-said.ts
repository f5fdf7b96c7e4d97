import type { Problem } from '#forms/answer.ts'
import type { Fields } from '#forms/fields.ts'

/** The two routes of the model on which a change is told. */
const routes = {
  relative: 'Den pårørende, til primærkontakten',
  volunteer: 'Den frivillige, til deg',
} as const

export const whoSaid = [
  { value: '', label: 'Velg' },
  ...Object.entries(routes).map(([value, label]) => ({ value, label })),
]

/** What the history of a match says beside a change. */
export const whoSaidWords: Readonly<Record<string, string>> = {
  relative: 'den pårørende sa fra',
  volunteer: 'den frivillige sa fra',
}

export function readWho(
  fields: Fields,
): { readonly who: string } | { readonly problems: readonly Problem[] } {
  const who = fields.get('who')?.[0] ?? ''
  return Object.hasOwn(routes, who) ? { who } : { problems: [{ key: 'who', text: 'Velg hvem som sa fra' }] }
}
