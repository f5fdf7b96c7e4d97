import type { ReferralState } from '#casework/referral.ts'

interface ReferralTab {
  /** In the address, `?vis=nye`; nothing for the first. */
  readonly slug: string
  readonly label: string
  readonly states: readonly ReferralState[]
  /** Whoever has waited the longest stands first where somebody waits. */
  readonly order: 'newest' | 'oldest'
}

/** Ways to look at the referrals, in the order of their way. */
export const referralTabs: readonly ReferralTab[] = [
  { slug: '', label: 'Venter', states: ['received', 'accepted'], order: 'oldest' },
  { slug: 'nye', label: 'Nye', states: ['received'], order: 'oldest' },
  { slug: 'mote', label: 'Møte avtalt', states: ['meeting-agreed'], order: 'oldest' },
  { slug: 'i-gang', label: 'I gang', states: ['running'], order: 'newest' },
  { slug: 'lukket', label: 'Lukket', states: ['declined', 'withdrawn', 'ended'], order: 'newest' },
]
