import type { ActName } from '#casework/act.ts'
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

/** The button that takes back what was done last. */
export const undoWords: Readonly<Partial<Record<ActName<'matches'>, string>>> = {
  'agree-meeting': 'Angre at møtet er avtalt',
  'hold-meeting': 'Angre at møtet er holdt',
  'decide-against': 'Angre at det ikke ble noe av',
  start: 'Angre behovsavtalen',
  'plan-review': 'Angre gjennomgangen',
  'call-volunteer': 'Angre samtalen med den frivillige',
  'call-relative': 'Angre samtalen med den pårørende',
  change: 'Angre at noe skal endres',
  end: 'Angre avslutningen',
}
