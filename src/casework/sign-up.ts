/** How a sign-up stands, computed from what has happened to it: no column says it. */

/** What has happened, as instants of fixed width; nothing when it has not. */
export interface SignUpTimes {
  readonly signedUpAt: string
  /** She has the seat: at once, or when she took the one that was offered. */
  readonly seatedAt: string | null
  readonly offeredAt: string | null
  /** Nothing while somebody without a mail address has not been called. */
  readonly offerEndsAt: string | null
  readonly leftAt: string | null
  /** `public`, `system` when the time ran out, or a staff id. */
  readonly leftBy: string | null
  readonly attendedAt: string | null
}

export type SignUpState =
  | 'waiting'
  | 'to-call'
  | 'offered'
  | 'seated'
  | 'attended'
  | 'expired'
  | 'declined'
  | 'left'

/** @example stateOf({ …nothing, signedUpAt: '2026-11-21T08:00:00.000Z' }) // 'waiting' */
export function stateOf(times: SignUpTimes): SignUpState {
  const { seatedAt, offeredAt, offerEndsAt, leftAt, leftBy, attendedAt } = times
  if (attendedAt) return 'attended'
  if (leftAt && (seatedAt || !offeredAt)) return 'left'
  if (leftAt) return leftBy === 'system' ? 'expired' : 'declined'
  if (seatedAt) return 'seated'
  if (offeredAt) return offerEndsAt ? 'offered' : 'to-call'
  return 'waiting'
}
