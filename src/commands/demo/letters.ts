/** What the invented people of Fjordvik have written beside sign-ups and needs: wishes, changes and what they missed. */
import { changedNeedRelative, changedNeedVolunteer } from '#forms/changed-need.ts'
import type { FormDefinition } from '#forms/definition.ts'
import { feedback } from '#forms/feedback.ts'
import { topic } from '#forms/topic.ts'

interface Letter {
  readonly definition: FormDefinition
  readonly hoursAgo: number
  readonly answers: Readonly<Record<string, string>>
}

export const letters: readonly Letter[] = [
  {
    definition: changedNeedVolunteer,
    hoursAgo: 5,
    answers: {
      name: 'Odd-Kåre Sildevåg',
      phone: '55 50 02 13',
      change: 'times',
      ownWords: 'Torsdag passer bedre for meg fra januar.',
    },
  },
  {
    definition: changedNeedRelative,
    hoursAgo: 20,
    answers: { name: 'Magnhild Bølgebryter', phone: '55 50 02 41', change: 'more' },
  },
  { definition: topic, hoursAgo: 31, answers: { topic: 'Hvordan sove når man alltid lytter' } },
  { definition: topic, hoursAgo: 80, answers: { topic: 'Fremtidsfullmakt' } },
  {
    definition: feedback,
    hoursAgo: 46,
    answers: { message: 'Jeg fant ikke ut om jeg må betale for drosjen til dagsenteret.' },
  },
]
