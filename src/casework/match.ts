/**
 * A match ties one volunteer to one referral: proposed, a matching meeting that binds nobody, then the needs agreement
 * and the days of respite, until somebody ends it.
 */
import { type Act, latest, standing } from './act.ts'

export const matchStates = [
  'proposed',
  'meeting-agreed',
  'meeting-held',
  'running',
  'declined',
  'ended',
] as const
export type MatchState = (typeof matchStates)[number]

export const matchStateWords: Readonly<Record<MatchState, string>> = {
  proposed: 'Foreslått',
  'meeting-agreed': 'Koblingsmøte avtalt',
  'meeting-held': 'Koblingsmøte holdt',
  running: 'I gang',
  declined: 'Ble ikke noe av',
  ended: 'Avsluttet',
}

/** What each turning act leads to. */
const turns = {
  propose: 'proposed',
  'agree-meeting': 'meeting-agreed',
  'hold-meeting': 'meeting-held',
  start: 'running',
  'decide-against': 'declined',
  end: 'ended',
} as const satisfies Record<string, MatchState>
type Turn = keyof typeof turns
const turnNames = Object.keys(turns) as Turn[]

/**
 * The last turning act decides.
 *
 * @example matchState([{ number: 1, name: 'propose', by: 'kari', at: '2026-11-20T09:00:00.000Z' }]) // 'proposed'
 */
export function matchState(acts: readonly Act<'matches'>[]): MatchState {
  const turn = latest(acts, turnNames)?.name as Turn | undefined
  return turn === undefined ? 'proposed' : turns[turn]
}

/** Whether it still ties the two together. */
export const isOpen = (state: MatchState): boolean => state !== 'declined' && state !== 'ended'

/** Which acts make sense now, in the order a page offers them. */
export const matchActs: Readonly<Record<MatchState, readonly Act<'matches'>['name'][]>> = {
  proposed: ['agree-meeting', 'decide-against'],
  'meeting-agreed': ['hold-meeting', 'agree-meeting', 'decide-against'],
  'meeting-held': ['sign-agreement', 'agree-meeting', 'decide-against'],
  running: ['call-volunteer', 'call-relative', 'sign-agreement', 'plan-review', 'change', 'end'],
  declined: [],
  ended: ['call-volunteer', 'call-relative'],
}

/** Ends that leave the referral open, so that they can be taken back. */
const openEnds: readonly (string | undefined)[] = ['volunteer-stopped', 'need-changed']

/**
 * What was done last, as the acts to undo together, the newest first. Empty when it cannot be undone: what a moved
 * meeting or a changed agreement took the place of is gone, and an end that closed the referral reaches beyond the match.
 *
 * @example lastDone(acts).map((act) => act.name) // ['start', 'plan-review', 'sign-agreement']
 */
export function lastDone(acts: readonly Act<'matches'>[]): readonly Act<'matches'>[] {
  const stand = standing(acts)
  const [last, before, first] = stand.toReversed()
  switch (last?.name) {
    case 'hold-meeting':
    case 'call-volunteer':
    case 'call-relative':
    case 'decide-against':
    case 'change':
      return [last]
    case 'agree-meeting':
      return stand.filter(({ name }) => name === 'agree-meeting').length === 1 ? [last] : []
    case 'plan-review':
      return before?.name === 'sign-agreement' ? [] : [last]
    case 'start':
      return before && first && stand.filter(({ name }) => name === 'start').length === 1
        ? [last, before, first]
        : []
    case 'end':
      return openEnds.includes(last.detail) ? [last] : []
    default:
      return []
  }
}

/** Why a match ended. Only the first leaves the need, so that the referral waits again. */
export const matchEndings = {
  'volunteer-stopped': 'Den frivillige sluttet, men behovet er der fortsatt',
  'need-changed': 'Behovet ble et annet',
  'need-over': 'Det er ikke behov lenger',
  death: 'Den som fikk hjelp, er død',
} as const
export type MatchEnding = keyof typeof matchEndings

/** Where and when the first meeting is. It lasts about 30 minutes, and binds nobody. */
export interface MatchingMeeting {
  /** `2026-11-26` */
  readonly date: string
  /** `17:00` */
  readonly time: string
  /** In words, «hjemme hos henne». Empty once the home address must be gone: it often is one. */
  readonly place: string
}
