/**
 * Volunteers who fit a referral, best first, each with what speaks for, what stands in the way and what nobody knows
 * yet, in words. The program proposes; a person decides.
 *
 * @example
 * rankFits(referral.content, [{ id, content, freeSince: '2026-10-01', assignments: 0 }], words, today)
 * // [{ id, points: 9, reasons: ['Samme område: Åsen', 'Kan fredag formiddag'], obstacles: [], questions: [] }]
 */
import { Temporal } from 'temporal-polyfill'
import type { ReferralContent, VolunteerContent } from './preferences.ts'

export interface Candidate {
  readonly id: string
  readonly content: Pick<VolunteerContent, 'area' | 'preferences'>
  /** The day from which she has waited for an assignment, `2026-10-01`. */
  readonly freeSince: string
  /** How many she has now. */
  readonly assignments: number
  /** How many matching meetings she has before or behind her that nobody has decided about. None, when left out. */
  readonly meetings?: number
}

export interface Fit {
  readonly id: string
  /** Only to sort by. */
  readonly points: number
  readonly reasons: readonly string[]
  readonly obstacles: readonly string[]
  /** What one of the two has not said, to ask about. */
  readonly questions: readonly string[]
}

/** The words of the forms for the keys of src/forms/choices.ts. A key without words stands for itself. */
export interface FitWords {
  readonly times: Readonly<Record<string, string>>
  readonly help: Readonly<Record<string, string>>
  readonly interests: Readonly<Record<string, string>>
  readonly languages: Readonly<Record<string, string>>
  readonly limits: Readonly<Record<string, string>>
}

/**
 * What each thing weighs. A limit is a wall: it outweighs anything but a language that is needed. Somebody near, at a
 * time that suits, comes before somebody with the same interests; whoever has waited comes before whoever is busy.
 */
const weights = {
  sameArea: 3,
  /** For each part of the week that both have, up to three. */
  sharedTime: 2,
  noSharedTime: -5,
  /** For each, up to two. */
  sharedHelp: 1,
  noSharedHelp: -2,
  /** For each, up to three. */
  sharedInterest: 1,
  sharedLanguage: 4,
  noSharedLanguage: -4,
  limit: -8,
  /** For each whole month, up to three. */
  waitedMonth: 1,
  assignment: -2,
} as const

interface Finding {
  readonly points: number
  readonly reason?: string
  readonly obstacle?: string
  readonly question?: string
}

/** Deterministic: the same people give the same order, whatever order they come in. */
export function rankFits(
  referral: Pick<ReferralContent, 'area' | 'preferences'>,
  candidates: readonly Candidate[],
  words: FitWords,
  today: Temporal.PlainDate,
): Fit[] {
  return candidates
    .map((candidate) => ({ candidate, fit: fitOf(referral, candidate, words, today) }))
    .sort(
      (a, b) =>
        b.fit.points - a.fit.points ||
        compare(a.candidate.freeSince, b.candidate.freeSince) ||
        compare(a.fit.id, b.fit.id),
    )
    .map(({ fit }) => fit)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function fitOf(
  referral: Pick<ReferralContent, 'area' | 'preferences'>,
  { id, content, freeSince, assignments, meetings = 0 }: Candidate,
  words: FitWords,
  today: Temporal.PlainDate,
): Fit {
  const needed = referral.preferences
  const offered = content.preferences
  const findings = [
    area(referral.area, content.area),
    times(needed.times, offered.times, words.times),
    help(needed.help, offered.help, words.help),
    interests(needed.interests, offered.interests, words.interests),
    languages(needed.languages, offered.languages, words.languages),
    ...limits(needed.limits, offered.limits, words.limits),
    assignments + meetings === 0 ? waited(freeSince, today) : nothing,
    busy(assignments),
    promised(meetings),
  ]
  return {
    id,
    points: findings.reduce((sum, finding) => sum + finding.points, 0),
    reasons: findings.flatMap((finding) => finding.reason ?? []),
    obstacles: findings.flatMap((finding) => finding.obstacle ?? []),
    questions: findings.flatMap((finding) => finding.question ?? []),
  }
}

type Keys = readonly string[]
type Words = Readonly<Record<string, string>>
const nothing: Finding = { points: 0 }

const shared = (needed: Keys, offered: Keys) => needed.filter((key) => offered.includes(key))
const say = (keys: Keys, words: Words) => {
  const all = keys.map((key) => (words[key] ?? key).toLowerCase())
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} og ${all.at(-1)}`
}

const area = (needed: string, offered: string): Finding =>
  needed === offered
    ? { points: weights.sameArea, reason: `Samme område: ${needed}` }
    : { points: 0, obstacle: `Vil hjelpe i ${offered}, behovet er i ${needed}` }

function times(needed: Keys, offered: Keys, words: Words): Finding {
  if (needed.length === 0) return { points: 0, question: 'Spør den pårørende når det passer' }
  if (offered.length === 0) return { points: 0, question: 'Spør den frivillige når det passer' }
  const both = shared(needed, offered)
  return both.length === 0
    ? { points: weights.noSharedTime, obstacle: 'Ingen av tidene er de samme' }
    : { points: weights.sharedTime * Math.min(both.length, 3), reason: `Kan ${say(both, words)}` }
}

function help(needed: Keys, offered: Keys, words: Words): Finding {
  if (needed.length === 0 || offered.length === 0) return nothing
  const both = shared(needed, offered)
  return both.length === 0
    ? { points: weights.noSharedHelp, obstacle: `Har ikke krysset av for: ${say(needed, words)}` }
    : { points: weights.sharedHelp * Math.min(both.length, 2), reason: `Vil gjerne: ${say(both, words)}` }
}

function interests(needed: Keys, offered: Keys, words: Words): Finding {
  const both = shared(needed, offered)
  return both.length === 0
    ? nothing
    : {
        points: weights.sharedInterest * Math.min(both.length, 3),
        reason: `Liker begge: ${say(both, words)}`,
      }
}

function languages(needed: Keys, offered: Keys, words: Words): Finding {
  if (needed.length === 0) return nothing
  const both = shared(needed, offered)
  return both.length === 0
    ? { points: weights.noSharedLanguage, obstacle: `Snakker ikke ${say(needed, words)}` }
    : { points: weights.sharedLanguage, reason: `Snakker ${say(both, words)}` }
}

const limits = (needed: Keys, offered: Keys, words: Words): Finding[] =>
  shared(needed, offered).map((key) => ({
    points: weights.limit,
    obstacle: `Kan ikke ${say([key], words)}`,
  }))

function waited(freeSince: string, today: Temporal.PlainDate): Finding {
  const { months } = Temporal.PlainDate.from(freeSince).until(today, { largestUnit: 'month' })
  if (months < 1) return nothing
  const length = months === 1 ? 'en måned' : `${months} måneder`
  return { points: weights.waitedMonth * Math.min(months, 3), reason: `Har ventet i ${length}` }
}

function busy(assignments: number): Finding {
  if (assignments === 0) return nothing
  const count = assignments === 1 ? 'ett oppdrag' : `${assignments} oppdrag`
  return { points: weights.assignment * assignments, obstacle: `Har ${count} fra før` }
}

const promised = (meetings: number): Finding =>
  meetings === 0
    ? nothing
    : { points: weights.assignment * meetings, obstacle: 'Har koblingsmøte om et annet oppdrag' }
