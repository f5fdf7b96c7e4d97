/**
 * A volunteer on her way: signed up → talked → trained → agreed → free → matched, with pauses, until she ends.
 * «Free» needs every earlier step, in whatever order they came; `missingSteps` says which are not there.
 *
 * @example
 * const acts = [{ number: 1, name: 'sign-up', by: 'public', at: '2026-11-20T09:00:00.000Z' }] as const
 * volunteerState({ acts, matches: [], certificate: 'required' }) // 'signed-up'
 * missingSteps(acts, 'required')[0]?.missing // 'Dere har ikke snakket sammen ennå'
 */
import type { Municipality } from '#editorial/municipality.ts'
import { type Act, has, latest } from './act.ts'
import type { MatchState } from './match.ts'

/** What the municipality has decided about police certificates. No default: whoever has not chosen is `undecided`. */
export type CertificateChoice = 'required' | 'not-required' | 'undecided'

/** @example certificateOf(municipality) // 'undecided', until the municipality's file says something */
export const certificateOf = ({
  policeCertificate,
}: Pick<Municipality, 'policeCertificate'>): CertificateChoice => policeCertificate ?? 'undecided'

export const volunteerStates = [
  'signed-up',
  'talked',
  'trained',
  'agreed',
  'free',
  'matched',
  'paused',
  'ended',
  'merged',
  'erased',
] as const
export type VolunteerState = (typeof volunteerStates)[number]

/** Those that a volunteer does not leave but by coming back. */
export const closedVolunteerStates: readonly VolunteerState[] = ['ended', 'merged', 'erased']

export const volunteerStateWords: Readonly<Record<VolunteerState, string>> = {
  'signed-up': 'Har meldt seg',
  talked: 'Venter på kurs',
  trained: 'Kurs tatt',
  agreed: 'Venter på politiattest',
  free: 'Ledig',
  matched: 'Har oppdrag',
  paused: 'Pause',
  ended: 'Sluttet',
  merged: 'Slått sammen med en annen',
  erased: 'Slettet',
}

/** One step on the way, with its words done and missing. */
export interface Step {
  readonly act: Act<'volunteers'>['name']
  readonly done: string
  readonly missing: string
  /** The state of whoever has this step and all before it. */
  readonly reaches: VolunteerState
}

const steps: readonly Step[] = [
  {
    act: 'call',
    done: 'Dere har snakket sammen',
    missing: 'Dere har ikke snakket sammen ennå',
    reaches: 'talked',
  },
  { act: 'attend-course', done: 'Kurset er tatt', missing: 'Kurset er ikke tatt', reaches: 'trained' },
  {
    act: 'hold-talk',
    done: 'Samtalen er holdt',
    missing: 'Samtalen etter kurset er ikke holdt',
    reaches: 'trained',
  },
  {
    act: 'sign-cooperation',
    done: 'Samarbeidsavtalen er signert',
    missing: 'Samarbeidsavtalen er ikke signert',
    reaches: 'trained',
  },
  {
    act: 'sign-confidentiality',
    done: 'Taushetserklæringen er signert',
    missing: 'Taushetserklæringen er ikke signert',
    reaches: 'agreed',
  },
]

const certificateSeen = {
  act: 'see-certificate',
  done: 'Politiattesten er vist',
  missing: 'Politiattesten er ikke vist',
  reaches: 'free',
} as const satisfies Step

/** The steps that this municipality asks for, in their order. While it has not chosen, the last can never be taken. */
export function stepsOf(certificate: CertificateChoice): readonly Step[] {
  if (certificate === 'not-required') return steps
  if (certificate === 'required') return [...steps, certificateSeen]
  return [...steps, { ...certificateSeen, missing: 'Politiattest ikke avklart: kommunen har ikke valgt' }]
}

const isDone = (acts: readonly Act<'volunteers'>[], { act }: Step, certificate: CertificateChoice): boolean =>
  has(acts, act) && !(act === 'see-certificate' && certificate === 'undecided')

/** The steps that are not there, in their order. Empty: nothing stands in the way of an assignment. */
export const missingSteps = (
  acts: readonly Act<'volunteers'>[],
  certificate: CertificateChoice,
): readonly Step[] => stepsOf(certificate).filter((step) => !isDone(acts, step, certificate))

export interface VolunteerFacts {
  readonly acts: readonly Act<'volunteers'>[]
  /** The states of all her matches, old and new. */
  readonly matches: readonly MatchState[]
  readonly certificate: CertificateChoice
}

/** Whoever has an agreed meeting or an assignment is matched; a proposal alone ties nobody. */
export function volunteerState({ acts, matches, certificate }: VolunteerFacts): VolunteerState {
  if (has(acts, 'erase')) return 'erased'
  if (has(acts, 'merge')) return 'merged'
  if (latest(acts, ['end', 'return'])?.name === 'end') return 'ended'
  if (latest(acts, ['pause', 'resume', 'return'])?.name === 'pause') return 'paused'
  const [missing] = missingSteps(acts, certificate)
  if (missing === undefined) return matches.some(binds) ? 'matched' : 'free'
  return stateBefore(missing, certificate)
}

const binds = (state: MatchState) =>
  state === 'meeting-agreed' || state === 'meeting-held' || state === 'running'

function stateBefore(missing: Step, certificate: CertificateChoice): VolunteerState {
  const all = stepsOf(certificate)
  return all[all.findIndex((step) => step.act === missing.act) - 1]?.reaches ?? 'signed-up'
}

const always = ['change', 'note'] as const
const leaving = ['pause', 'end'] as const

/** Which acts make sense now, in the order a page offers them: what is missing first. */
export function volunteerActs(facts: VolunteerFacts): readonly Act<'volunteers'>['name'][] {
  switch (volunteerState(facts)) {
    case 'merged':
    case 'erased':
      return []
    case 'ended':
      return ['return']
    case 'paused':
      return ['resume', 'end', ...always]
    case 'free':
    case 'matched':
      return ['ask', 'attend-supervision', ...always, ...leaving]
    default:
      return [
        ...missingSteps(facts.acts, facts.certificate)
          .map((step) => step.act)
          .filter((act) => act !== 'see-certificate' || facts.certificate === 'required'),
        ...always,
        ...leaving,
        'merge',
      ]
  }
}

/** Why a volunteer ended. */
export const volunteerEndings = {
  'own-wish': 'Eget ønske',
  moved: 'Flyttet',
  'no-answer': 'Vi fikk ikke tak i henne eller ham',
  'not-suited': 'Vi fant ut sammen at det ikke passet',
  death: 'Død',
} as const
export type VolunteerEnding = keyof typeof volunteerEndings
