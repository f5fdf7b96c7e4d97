import type { MatchState } from '#casework/match.ts'

/** How matches stand, as a sign of components/staff/State.astro. */
export const matchTones = {
  proposed: 'waiting',
  'meeting-agreed': 'plain',
  'meeting-held': 'waiting',
  running: 'done',
  declined: 'stopped',
  ended: 'stopped',
} as const satisfies Record<MatchState, string>
