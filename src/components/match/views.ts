import { isOpen, type MatchState, matchStates } from '#casework/match.ts'

interface MatchView {
  /** In the address, `?vis=avsluttet`; nothing for the board. */
  readonly slug: string
  readonly label: string
  readonly states: readonly MatchState[]
  readonly board: boolean
}

const lists = {
  proposed: 'Foreslått',
  'meeting-agreed': 'Møte avtalt',
  'meeting-held': 'Møte holdt',
  running: 'I gang',
  ended: 'Avsluttet',
  declined: 'Ble ikke noe av',
} as const satisfies Record<MatchState, string>

/** Ways to look at the matches: all open ones on the board, or one state as a list. */
export const matchViews: readonly MatchView[] = [
  { slug: '', label: 'Tavle', states: matchStates.filter(isOpen), board: true },
  ...matchStates.map((state) => ({ slug: state, label: lists[state], states: [state], board: false })),
]

const [board] = matchViews
export const findView = (slug: string | null): MatchView =>
  matchViews.find((view) => view.slug === slug) ?? (board as MatchView)
