/**
 * The figures of a year, for its report: tables of numbers in which nobody can be recognised. What is hidden because
 * few people are behind it has no value.
 */
import { Temporal } from 'temporal-polyfill'
import { type Act, standing } from './act.ts'
import type { Known, KnownMatch, KnownReferral } from './follow-up.ts'
import { matchState } from './match.ts'
import { hoursInFourWeeks, type NeedsAgreement } from './needs-agreement.ts'
import {
  type ReferralSource,
  referralSources,
  referralState,
  referralStates,
  referralStateWords,
} from './referral.ts'
import { hideSmall, unlessFew } from './small-numbers.ts'
import { type CertificateChoice, volunteerState, volunteerStates, volunteerStateWords } from './volunteer.ts'
import { dayOf } from './working-days.ts'

export interface Figure {
  readonly label: string
  /** Nothing when it is hidden; `none` when there is nothing to count from. */
  readonly value: number | 'none' | undefined
}
export interface FigureTable {
  readonly key: string
  readonly title: string
  /** What it was counted from. */
  readonly note: string
  readonly rows: readonly Figure[]
  /** Whether the rows are parts of one whole, so that they can be drawn beside each other. */
  readonly parts: boolean
}

export interface FigureSources {
  readonly known: Known
  readonly certificate: CertificateChoice
  /** Of each referral, by its id. */
  readonly sourceOf: ReadonlyMap<string, ReferralSource>
  /** Of each match that has one, by its id. */
  readonly agreementOf: ReadonlyMap<string, NeedsAgreement>
  /** Seats on courses that began in the year. */
  readonly seats: { readonly attended: number; readonly absent: number }
  readonly headCounts: readonly { readonly heads: number }[]
  /** Sign-ups of the year by the flyer that brought them, each place with its name. */
  readonly arrivals: readonly { readonly name: string; readonly count: number }[]
}

/** First and last day, both included. */
export interface FigurePeriod {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

export function figuresOf(sources: FigureSources, period: FigurePeriod): FigureTable[] {
  const known = knownAt(sources.known, period.until)
  const received = known.referrals.filter(({ createdAt }) => isWithin(createdAt, period))
  return [
    volunteersByState(known, sources.certificate),
    ofParts(
      'source',
      'Henvendelser etter hvem som tok kontakt',
      'Mottatt i perioden',
      referralSources,
      (key) => received.filter(({ id }) => sources.sourceOf.get(id) === key).length,
    ),
    referralsByOutcome(received),
    medianDays(received, known.matches),
    hours(known.matches, sources.agreementOf),
    attendance(sources.seats),
    cafes(sources.headCounts),
    flyers(sources.arrivals),
  ]
}

const isWithin = (at: string, { from, until }: FigurePeriod) => {
  const day = dayOf(at).toString()
  return day >= from.toString() && day <= until.toString()
}

/** What was known at the end of a day: later acts have not happened. */
function knownAt(known: Known, day: Temporal.PlainDate): Known {
  const end = day
    .add({ days: 1 })
    .toZonedDateTime('Europe/Oslo')
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
  const before = <Name extends Act>(acts: readonly Name[]) => acts.filter(({ at }) => at < end)
  const matches = known.matches
    .map((match) => ({ ...match, acts: before(match.acts) }))
    .filter(({ acts }) => acts.length > 0)
  const statesOf = (side: 'volunteerId' | 'referralId') => Map.groupBy(matches, (match) => match[side])
  const [byVolunteer, byReferral] = [statesOf('volunteerId'), statesOf('referralId')]
  const states = (found: KnownMatch[] | undefined) => (found ?? []).map(({ acts }) => matchState(acts))
  return {
    volunteers: known.volunteers
      .filter(({ createdAt }) => createdAt < end)
      .map((each) => ({ ...each, acts: before(each.acts), matches: states(byVolunteer.get(each.id)) })),
    referrals: known.referrals
      .filter(({ createdAt }) => createdAt < end)
      .map((each) => ({ ...each, acts: before(each.acts), matches: states(byReferral.get(each.id)) })),
    matches,
    deployment: before(known.deployment),
  }
}

/** Rows of one whole, with their sum. */
function ofParts<Key extends string>(
  key: string,
  title: string,
  note: string,
  words: Readonly<Partial<Record<Key, string>>>,
  count: (key: Key) => number,
): FigureTable {
  const keys = Object.keys(words) as Key[]
  const { counts, total } = hideSmall(keys.map(count))
  const rows = keys.map((each, index) => ({ label: words[each] ?? each, value: counts[index] }))
  return { key, title, note, parts: true, rows: [...rows, { label: 'I alt', value: total }] }
}

const gone = ['merged', 'erased']
const wordsOf = <State extends string>(states: readonly State[], words: Readonly<Record<State, string>>) =>
  Object.fromEntries(
    states.filter((state) => !gone.includes(state)).map((state) => [state, words[state]]),
  ) as Record<State, string>

function volunteersByState({ volunteers }: Known, certificate: CertificateChoice): FigureTable {
  const states = volunteers.map((each) => volunteerState({ ...each, certificate }))
  const words = wordsOf(volunteerStates, volunteerStateWords)
  return ofParts(
    'volunteers',
    'Frivillige',
    'Slik det var den siste dagen',
    words,
    (key) => states.filter((state) => state === key).length,
  )
}

function referralsByOutcome(received: readonly KnownReferral[]): FigureTable {
  const states = received.map(referralState)
  const words = wordsOf(referralStates, referralStateWords)
  return ofParts(
    'outcome',
    'Henvendelser etter hva det ble til',
    'Mottatt i perioden, slik det var den siste dagen',
    words,
    (key) => states.filter((state) => state === key).length,
  )
}

function medianDays(received: readonly KnownReferral[], matches: readonly KnownMatch[]): FigureTable {
  const matchesOf = Map.groupBy(matches, ({ referralId }) => referralId)
  const contacts = received.flatMap(({ createdAt, acts }) =>
    daysTo(
      createdAt,
      standing(acts).find(({ name }) => name === 'call' || name === 'accept'),
    ),
  )
  const meetings = received.flatMap(({ id, createdAt }) => {
    const held = (matchesOf.get(id) ?? []).flatMap(({ acts }) =>
      daysTo(
        createdAt,
        standing(acts).find(({ name }) => name === 'hold-meeting'),
      ),
    )
    return held.length > 0 ? [Math.min(...held)] : []
  })
  const row = (label: string, days: readonly number[]) => ({
    label,
    value: days.length === 0 ? ('none' as const) : unlessFew(days.length, median(days)),
  })
  return {
    key: 'days',
    title: 'Dager fra henvendelse, median',
    note: 'Kalenderdager, for henvendelser mottatt i perioden',
    parts: false,
    rows: [row('Til første kontakt', contacts), row('Til første koblingsmøte', meetings)],
  }
}

function daysTo(createdAt: string, act: Act | undefined): number[] {
  if (!act) return []
  const day = act.date ? Temporal.PlainDate.from(act.date) : dayOf(act.at)
  return [Math.max(0, dayOf(createdAt).until(day, { largestUnit: 'day' }).days)]
}

/** @example median([1, 2, 10]) // 2 */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

function hours(matches: readonly KnownMatch[], agreementOf: FigureSources['agreementOf']): FigureTable {
  const running = matches.filter(({ acts }) => matchState(acts) === 'running')
  const agreed = running.flatMap(({ id }) => agreementOf.get(id) ?? [])
  const sum = agreed.reduce((so, agreement) => so + hoursInFourWeeks(agreement), 0)
  return {
    key: 'hours',
    title: 'Avlastning',
    note: 'Oppdrag i gang den siste dagen, etter behovsavtalene. Ikke timer som er talt',
    parts: false,
    rows: [
      {
        label: 'Oppdrag i gang',
        value: running.length === 0 ? 0 : unlessFew(running.length, running.length),
      },
      { label: 'Timer avtalt i fire uker', value: running.length === 0 ? 0 : unlessFew(agreed.length, sum) },
    ],
  }
}

function attendance({ attended, absent }: FigureSources['seats']): FigureTable {
  const { counts, total } = hideSmall([attended, absent])
  const isKnown = counts.every((count) => count !== undefined)
  const share = attended + absent === 0 ? 'none' : Math.round((attended / (attended + absent)) * 100)
  return {
    key: 'courses',
    title: 'Kurs',
    note: 'Kurs som begynte i perioden, med påmelding her',
    parts: false,
    rows: [
      { label: 'Hadde plass', value: total },
      { label: 'Møtte opp', value: counts[0] },
      { label: 'Møtte opp, prosent', value: isKnown ? share : undefined },
    ],
  }
}

function cafes(headCounts: FigureSources['headCounts']): FigureTable {
  const heads = headCounts.map((each) => each.heads)
  const sum = heads.reduce((so, each) => so + each, 0)
  const mean = heads.length === 0 ? 'none' : Math.round((sum / heads.length) * 10) / 10
  return {
    key: 'cafes',
    title: 'Kafé',
    note: 'Kafeer der noen har talt hvor mange som kom',
    parts: false,
    rows: [
      { label: 'Kafeer', value: heads.length },
      { label: 'Frammøtte i alt', value: sum === 0 ? 0 : unlessFew(sum, sum) },
      { label: 'Frammøtte, snitt', value: sum === 0 ? mean : unlessFew(sum, mean) },
    ],
  }
}

function flyers(arrivals: FigureSources['arrivals']): FigureTable {
  const words = Object.fromEntries(arrivals.map(({ name }) => [name, name]))
  return ofParts(
    'flyers',
    'Påmeldinger etter plakat',
    'Bli frivillig, kaffe og kurs, sendt i perioden. Skjemaer som er slettet, er ikke med',
    words,
    (key) => arrivals.find(({ name }) => name === key)?.count ?? 0,
  )
}
