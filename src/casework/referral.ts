/**
 * A referral (henvendelse): home care or a relative says that somebody needs a break. Received → accepted, declined or
 * withdrawn → meeting agreed → match running → ended. When the volunteer stops and the need remains it waits again.
 *
 * @example
 * const acts = [
 *   { number: 1, name: 'receive', by: 'public', at: '2026-11-19T09:00:00.000Z' },
 *   { number: 2, name: 'accept', by: 'solveig', at: '2026-11-20T09:00:00.000Z' },
 * ] as const
 * referralState({ acts, matches: [] }) // 'accepted'
 * referralState({ acts, matches: ['running'] }) // 'running'
 * referralState({ acts, matches: ['ended'] }) // 'accepted': the volunteer stopped, so it waits again
 */
import { type Act, has, latest } from './act.ts'
import type { MatchState } from './match.ts'

export const referralSources = { 'home-care': 'Hjemmetjenesten', relative: 'Pårørende' } as const
export type ReferralSource = keyof typeof referralSources

export const referralStates = [
  'received',
  'accepted',
  'meeting-agreed',
  'running',
  'declined',
  'withdrawn',
  'ended',
  'merged',
  'erased',
] as const
export type ReferralState = (typeof referralStates)[number]

/** Those that a referral does not leave but by being opened again. */
export const closedReferralStates: readonly ReferralState[] = [
  'declined',
  'withdrawn',
  'ended',
  'merged',
  'erased',
]

export const referralStateWords: Readonly<Record<ReferralState, string>> = {
  received: 'Ny',
  accepted: 'Venter på frivillig',
  'meeting-agreed': 'Koblingsmøte avtalt',
  running: 'I gang',
  declined: 'Sagt nei til',
  withdrawn: 'Trukket',
  ended: 'Avsluttet',
  merged: 'Slått sammen med en annen',
  erased: 'Slettet',
}

/** What closes it; only opening it again undoes that. */
const closedBy = { decline: 'declined', withdraw: 'withdrawn', end: 'ended' } as const

export interface ReferralFacts {
  readonly acts: readonly Act<'referrals'>[]
  /** The states of all its matches, old and new. */
  readonly matches: readonly MatchState[]
}

export function referralState({ acts, matches }: ReferralFacts): ReferralState {
  if (has(acts, 'erase')) return 'erased'
  if (has(acts, 'merge')) return 'merged'
  const turn = latest(acts, ['decline', 'withdraw', 'end', 'reopen'])?.name as
    | keyof typeof closedBy
    | 'reopen'
    | undefined
  if (turn !== undefined && turn !== 'reopen') return closedBy[turn]
  if (turn !== 'reopen' && !has(acts, 'accept')) return 'received'
  if (matches.includes('running')) return 'running'
  return matches.some((each) => each === 'meeting-agreed' || each === 'meeting-held')
    ? 'meeting-agreed'
    : 'accepted'
}

/** Whether the home address may be kept: from an agreed meeting until the referral is closed. */
export const mayKeepAddress = (state: ReferralState): boolean =>
  state === 'meeting-agreed' || state === 'running'

/** Whether somebody waits for a volunteer. */
export const isWaiting = (state: ReferralState): boolean => state === 'received' || state === 'accepted'

/** Which acts make sense now, in the order a page offers them. */
export const referralActs: Readonly<Record<ReferralState, readonly Act<'referrals'>['name'][]>> = {
  received: ['call', 'accept', 'decline', 'withdraw', 'change', 'note', 'merge'],
  accepted: ['call', 'change', 'note', 'withdraw', 'end', 'merge'],
  'meeting-agreed': ['call', 'change', 'note', 'end'],
  running: ['call', 'change', 'note', 'end'],
  declined: ['reopen'],
  withdrawn: ['reopen'],
  ended: ['tell-home-care', 'reopen'],
  merged: [],
  erased: [],
}

/** Why the coordinator said no. */
export const declineReasons = {
  'needs-professionals': 'Behovet trenger fagfolk, og er vist videre',
  'other-offer': 'Et annet tilbud passer bedre',
  'no-consent': 'Den pårørende ønsker det ikke',
  'not-reached': 'Vi fikk ikke tak i den pårørende',
  'outside-area': 'Bor i en annen kommune',
} as const
export type DeclineReason = keyof typeof declineReasons

/** Why a referral that was accepted ended. */
export const referralEndings = {
  'need-over': 'Det er ikke behov lenger',
  'other-offer': 'Et annet tilbud har tatt over',
  moved: 'Flyttet',
  death: 'Den som fikk hjelp, er død',
} as const
export type ReferralEnding = keyof typeof referralEndings

/** What to remember when death ends an assignment. No mail is sent, and nothing more is due to the relative. */
export const gentleClosing: readonly string[] = [
  'Ikke send noe. Ring den pårørende selv når det passer, og si at dere tenker på dem.',
  'Snakk med den frivillige, som også har mistet noen.',
  'Har dere Kafé Etter-På? Si at den er for etterlatte også.',
]
