/** How volunteers and referrals stand, as a sign and a word of components/staff/State.astro. */
import { type ReferralState, referralStateWords } from '#casework/referral.ts'
import { type CertificateChoice, type VolunteerState, volunteerStateWords } from '#casework/volunteer.ts'

type Tone = 'done' | 'waiting' | 'late' | 'stopped' | 'plain'

const volunteerTones: Readonly<Record<VolunteerState, Tone>> = {
  'signed-up': 'waiting',
  talked: 'plain',
  trained: 'plain',
  agreed: 'plain',
  free: 'done',
  matched: 'done',
  paused: 'stopped',
  ended: 'stopped',
  merged: 'stopped',
  erased: 'stopped',
}

/** While the municipality has not chosen, nobody waits for a certificate: the choice is what is missing. */
export const showVolunteerState = (state: VolunteerState, certificate: CertificateChoice) => ({
  tone: volunteerTones[state],
  word:
    state === 'agreed' && certificate === 'undecided'
      ? 'Politiattest ikke avklart'
      : volunteerStateWords[state],
})

const referralTones: Readonly<Record<ReferralState, Tone>> = {
  received: 'waiting',
  accepted: 'waiting',
  'meeting-agreed': 'plain',
  running: 'done',
  declined: 'stopped',
  withdrawn: 'stopped',
  ended: 'stopped',
  merged: 'stopped',
  erased: 'stopped',
}

export const showReferralState = (state: ReferralState) => ({
  tone: referralTones[state],
  word: referralStateWords[state],
})
