import type { DueKind } from '#casework/follow-up.ts'
import type { MatchState } from '#casework/match.ts'

/** One thing that can be done with a match, as a button. */
export interface Move {
  readonly label: string
  /** The noun of its address. */
  readonly noun: string
  /** Where the match stands afterwards; nothing when it stays or closes. */
  readonly to?: MatchState
  /** Whether it has questions, and so a page of its own. */
  readonly asks: boolean
}

const no: Move = { label: 'Det ble ikke noe av', noun: 'nei', asks: true }
const calls = {
  'call-volunteer': { label: 'Ring den frivillige', noun: 'samtale/frivillig', asks: true },
  'call-relative': { label: 'Ring den pårørende', noun: 'samtale/parorende', asks: true },
  'talk-after-death': { label: 'Snakk med den frivillige', noun: 'samtale/frivillig', asks: true },
  review: { label: 'Se over avtalen', noun: 'gjennomgang', asks: true },
  'tell-home-care': { label: 'Primærkontakten har fått beskjed', noun: 'journal', asks: false },
} as const satisfies Partial<Record<DueKind, Move>>

/**
 * What can be done now, the most natural first.
 *
 * @param due what is due, or will be, about this match
 */
export function movesOf(state: MatchState, due: readonly DueKind[]): readonly Move[] {
  const called = due.flatMap((kind) => (kind in calls ? [calls[kind as keyof typeof calls]] : []))
  switch (state) {
    case 'proposed':
      return [{ label: 'Avtal møte', noun: 'mote', to: 'meeting-agreed', asks: true }, no]
    case 'meeting-agreed':
      return [{ label: 'Møtet er holdt', noun: 'mote-holdt', to: 'meeting-held', asks: false }, no]
    case 'meeting-held':
      return [{ label: 'Skriv avtale', noun: 'avtale', to: 'running', asks: true }, no]
    case 'running':
      return [...called, { label: 'Avslutt oppdraget', noun: 'slutt', to: 'ended', asks: true }]
    default:
      return called
  }
}
