/** What a municipality has not filled in yet, the most important first. Every blank is shown honestly until then. */
import type { Municipality } from '../municipality.ts'
import type { Finding } from './finding.ts'

/** What there are files of in the municipality's folder. */
export const localFolders = ['cafes', 'courses', 'resources', 'partners'] as const
export type LocalFolder = (typeof localFolders)[number]

export interface OwnContent {
  readonly file: string
  readonly data: Municipality
  /** How many files each folder has. */
  readonly counts: Readonly<Record<LocalFolder, number>>
}

interface Blank {
  /** Below the municipality's folder. */
  readonly where: string
  readonly isBlank: (own: OwnContent) => boolean
  /** What follows from the blank, and whom to ask. */
  readonly says: string
}

/** In the order of what a reader misses most. Missing phones are listed as offices that nobody has confirmed. */
const blanks: readonly Blank[] = [
  {
    where: 'municipality.yaml',
    isBlank: ({ data }) => data.policeCertificate === undefined,
    says: 'Politiattest (policeCertificate): ingen frivillig blir ledig før dere har valgt. Spør kommunens jurist.',
  },
  {
    where: 'municipality.yaml',
    isBlank: ({ data }) => data.county === undefined,
    says: 'Fylke (county): tilbud som gjelder fylket, vises ikke.',
  },
  {
    where: 'municipality.yaml',
    isBlank: ({ data }) => data.areas.length === 0,
    says: 'Områder (areas): skjemaene har et tomt felt i stedet for en liste. Spør hjemmetjenesten.',
  },
  {
    where: 'cafes/',
    isBlank: ({ counts }) => counts.cafes === 0,
    says: 'Ingen kafé. Siden sier at dere ikke kjenner til noen. Spør frivilligsentralen.',
  },
  {
    where: 'courses/',
    isBlank: ({ counts }) => counts.courses === 0,
    says: 'Ingen kurs. Sett dato for det neste, så kan folk melde seg på.',
  },
  {
    where: 'resources/',
    isBlank: ({ counts }) => counts.resources === 0,
    says: 'Ingen lokale tilbud. Begynn med krisesenter, legevakt og demensforening.',
  },
  {
    where: 'partners/',
    isBlank: ({ counts }) => counts.partners === 0,
    says: 'Ingen samarbeidspartnere. Spør dem om de vil stå på /modellen/samarbeid/.',
  },
]

/** A list of what could be there, not of faults: a municipality without a café may stay so. */
export function blanksOf(own: OwnContent | undefined): Finding[] {
  if (!own) return []
  const folder = own.file.replace(/[^/]+$/, '')
  return blanks
    .filter(({ isBlank }) => isBlank(own))
    .map(({ where, says }) => ({ file: `${folder}${where}`, lines: [says] }))
}
