import { isOpen, type MatchState, matchStates } from '#casework/match.ts'

interface MatchView {
  /** In the address, `?vis=avsluttet`; nothing for the board. */
  readonly slug: string
  readonly label: string
  readonly states: readonly MatchState[]
  /** Whether it has a tab; the board leads to the others when a column is long. */
  readonly tab: boolean
}

const board: MatchView = { slug: '', label: 'Tavle', states: matchStates.filter(isOpen), tab: true }

/** Ways to look at the matches: all open ones on the board, or one state as a list. */
export const matchViews: readonly MatchView[] = [
  board,
  { slug: 'foreslatt', label: 'Foreslått', states: ['proposed'], tab: false },
  { slug: 'mote-avtalt', label: 'Møte avtalt', states: ['meeting-agreed'], tab: false },
  { slug: 'mote-holdt', label: 'Møte holdt', states: ['meeting-held'], tab: false },
  { slug: 'i-gang', label: 'I gang', states: ['running'], tab: true },
  { slug: 'avsluttet', label: 'Avsluttet', states: ['ended'], tab: true },
  { slug: 'ble-ikke', label: 'Ble ikke noe av', states: ['declined'], tab: true },
]

export const findView = (slug: string | null): MatchView =>
  matchViews.find((view) => view.slug === slug) ?? board
