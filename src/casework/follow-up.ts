/**
 * What somebody should do now, computed from the acts: nothing is planned by hand, so nothing is forgotten. An act
 * that answers it makes it go away.
 *
 * @example
 * const known = await loadKnown(db)                    // src/db/known.ts
 * dueThings(known, { now, certificate: 'required' })[0]
 * // { kind: 'answer-referral', subject: { table: 'referrals', id }, dueOn: '2026-11-24', tone: 'red',
 * //   whose: 'coordinator', words: 'Ring og svar på henvendelsen' }
 */
import { Temporal } from 'temporal-polyfill'
import type { Act, Subject } from './act.ts'
import { dueForMatch } from './due-match.ts'
import { dueForReferral } from './due-referral.ts'
import { dueForSupervision } from './due-supervision.ts'
import { dueForVolunteer } from './due-volunteer.ts'
import type { MatchState } from './match.ts'
import type { CertificateChoice } from './volunteer.ts'

/** What can be due, with its words. */
export const dueWords = {
  'answer-volunteer': 'Ring og ta imot den nye frivillige',
  'ask-volunteer': 'Har vært ledig i en måned: spør om noe annet frister så lenge',
  'end-pause': 'Pausen er over: ring og hør hvordan det går',
  'answer-referral': 'Ring og svar på henvendelsen',
  'decide-referral': 'Si ja eller nei til henvendelsen',
  'update-relative': 'Har ventet i en måned: ring og si at dere leter',
  'tell-home-care': 'Be primærkontakten skrive i journalen at oppdraget er slutt',
  'agree-meeting': 'Avtal koblingsmøte',
  'hold-meeting': 'Koblingsmøte',
  'sign-agreement': 'Skriv behovsavtale, eller si at det ikke ble noe av',
  'call-volunteer': 'To uker i gang: ring den frivillige',
  'call-relative': 'To uker i gang: ring den pårørende',
  review: 'Se over behovsavtalen',
  'talk-after-death': 'Snakk med den frivillige etter dødsfallet',
  supervision: 'Hold veiledning i gruppe',
} as const
export type DueKind = keyof typeof dueWords

/** One thing to do. */
export interface Due {
  readonly kind: DueKind
  readonly subject: Subject
  /** The last good day, `2026-11-24`. */
  readonly dueOn: string
  /** `later` before its time, `due` when it is time, `red` when it is high time. */
  readonly tone: 'later' | 'due' | 'red'
  readonly whose: 'coordinator' | 'deputy'
  readonly words: string
}

/** Something due as the rules of one noun say it; the rest follows from the day. */
export interface Rule {
  readonly kind: DueKind
  readonly dueOn: Temporal.PlainDate
  /** Red from this day on, when that is not the day after `dueOn`. */
  readonly redOn?: Temporal.PlainDate
  /** Time from this day on, when that is not `dueOn`. */
  readonly dueFrom?: Temporal.PlainDate
  /** The deputy's from this day on. */
  readonly deputyOn?: Temporal.PlainDate
}

export interface KnownVolunteer {
  readonly id: string
  readonly createdAt: string
  readonly acts: readonly Act<'volunteers'>[]
  readonly matches: readonly MatchState[]
}
export interface KnownReferral {
  readonly id: string
  readonly createdAt: string
  readonly acts: readonly Act<'referrals'>[]
  readonly matches: readonly MatchState[]
}
export interface KnownMatch {
  readonly id: string
  readonly volunteerId: string
  readonly referralId: string
  readonly acts: readonly Act<'matches'>[]
}

/** Everything that is open of everybody: no names. */
export interface Known {
  readonly volunteers: readonly KnownVolunteer[]
  readonly referrals: readonly KnownReferral[]
  readonly matches: readonly KnownMatch[]
  /** What concerns all: supervision held. */
  readonly deployment: readonly Act<'deployment'>[]
}

export interface Premise {
  readonly now: Temporal.Instant
  readonly certificate: CertificateChoice
  /** Whether the coordinator is away: then everything is the deputy's. */
  readonly away?: boolean
}

/** All that is due or will be, the most urgent first. */
export function dueThings(known: Known, { now, certificate, away = false }: Premise): Due[] {
  const today = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate()
  const matchesOf = Map.groupBy(known.matches, (match) => match.volunteerId)
  const due = (table: Subject['table'], id: string, rules: readonly Rule[]) =>
    rules.map((rule) => asDue({ table, id }, rule, today, away))
  return [
    ...known.volunteers.flatMap((each) =>
      due('volunteers', each.id, dueForVolunteer(each, matchesOf.get(each.id) ?? [], certificate)),
    ),
    ...known.referrals.flatMap((each) => due('referrals', each.id, dueForReferral(each))),
    ...known.matches.flatMap((each) => due('matches', each.id, dueForMatch(each))),
    ...due('deployment', 'all', dueForSupervision(known)),
  ].sort(
    (a, b) =>
      urgency[a.tone] - urgency[b.tone] ||
      compare(a.dueOn, b.dueOn) ||
      compare(a.kind, b.kind) ||
      compare(a.subject.id, b.subject.id),
  )
}

const urgency = { red: 0, due: 1, later: 2 } as const
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function asDue(subject: Subject, rule: Rule, today: Temporal.PlainDate, away: boolean): Due {
  const { kind, dueOn, dueFrom = dueOn, redOn = dueOn.add({ days: 1 }), deputyOn } = rule
  const reached = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(today, day) >= 0
  return {
    kind,
    subject,
    dueOn: dueOn.toString(),
    tone: reached(redOn) ? 'red' : reached(dueFrom) ? 'due' : 'later',
    whose: away || (deputyOn !== undefined && reached(deputyOn)) ? 'deputy' : 'coordinator',
    words: dueWords[kind],
  }
}
