/** Whom dates are for. Each has a feed of its own, `/kalender/frivillige.ics`. */
export const audiences = {
  volunteers: { slug: 'frivillige', name: 'frivillige' },
  relatives: { slug: 'parorende', name: 'pårørende' },
  staff: { slug: 'ansatte', name: 'ansatte' },
} as const
export type Audience = keyof typeof audiences
export const audienceKeys = Object.keys(audiences) as Audience[]
/** What an editor sees. */
export const audienceLabels: Readonly<Record<Audience, string>> = {
  volunteers: 'Frivillige',
  relatives: 'Pårørende',
  staff: 'Ansatte',
}
