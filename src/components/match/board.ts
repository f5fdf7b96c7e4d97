/** The board as data: the page draws it, and the script in the browser draws it again from the same. */
import { Temporal } from 'temporal-polyfill'
import { longDate } from '#calendar/norwegian.ts'
import type { Act } from '#casework/act.ts'
import type { Due } from '#casework/follow-up.ts'
import { lastDone, type MatchState, matchState } from '#casework/match.ts'
import type { ReferralContent, VolunteerContent } from '#casework/preferences.ts'
import type { ReferralSource } from '#casework/referral.ts'
import { dayOf } from '#casework/working-days.ts'
import { referralName } from '../casework/referral-name.ts'
import { type Move, movesOf } from './moves.ts'

export interface Card {
  readonly id: string
  /** Its page; below it are its acts. */
  readonly path: string
  /** Nothing while a referral waits for a volunteer. */
  readonly volunteer?: string | undefined
  readonly referral: string
  readonly area: string
  /** What is due, and how urgent it is. */
  readonly due?: { readonly words: string; readonly day: string; readonly tone: Due['tone'] } | undefined
  readonly moves: readonly Move[]
  /** The number of the act that can be undone. */
  readonly undo?: string | undefined
  /** Makes a double click one act. */
  readonly key: string
}

export interface Column {
  readonly state: MatchState | 'waiting'
  readonly title: string
  readonly empty: string
  readonly cards: readonly Card[]
  /** The list with all of them. */
  readonly all: string
  /** How many there are, also when not all are shown. */
  readonly total: number
}

const columns = [
  {
    state: 'waiting',
    title: 'Venter på frivillig',
    empty: 'Ingen venter.',
    all: '/koordinator/henvendelser/',
  },
  { state: 'proposed', title: 'Foreslått', empty: 'Ingen forslag nå.', all: '?vis=foreslatt' },
  { state: 'meeting-agreed', title: 'Møte avtalt', empty: 'Ingen møter er avtalt.', all: '?vis=mote-avtalt' },
  { state: 'meeting-held', title: 'Møte holdt', empty: 'Ingen venter på avtale.', all: '?vis=mote-holdt' },
  { state: 'running', title: 'I gang', empty: 'Ingen oppdrag er i gang.', all: '?vis=i-gang' },
] as const

interface Waiting {
  readonly id: string
  readonly createdAt: string
  readonly source: ReferralSource
  readonly content: ReferralContent
}
interface Tied {
  readonly id: string
  readonly acts: readonly Act<'matches'>[]
  readonly volunteer: { readonly content: VolunteerContent }
  readonly referral: { readonly source: ReferralSource; readonly content: ReferralContent }
}

/** Nobody reads more at once; the rest is in the lists. */
const mostCards = 40

/** @param due of all matches, the most urgent first */
export function boardOf(
  {
    waiting,
    matches,
    due,
  }: {
    readonly waiting: readonly Waiting[]
    readonly matches: readonly Tied[]
    readonly due: readonly Due[]
  },
  today: Temporal.PlainDate,
): Column[] {
  const dueById = Map.groupBy(due, ({ subject }) => subject.id)
  const rank = new Map(due.map(({ subject }, place) => [subject.id, place] as const).reverse())
  const place = ({ id }: { id: string }) => rank.get(id) ?? due.length
  const byState = Map.groupBy(matches, ({ acts }) => matchState(acts))
  return columns.map((column) => {
    const cards =
      column.state === 'waiting'
        ? waiting.map((referral) => waitingCard(referral, today))
        : (byState.get(column.state) ?? [])
            .toSorted((one, other) => place(one) - place(other))
            .map((match) => matchCard(match, column.state, dueById.get(match.id) ?? [], today))
    return { ...column, cards: cards.slice(0, mostCards), total: cards.length }
  })
}

const find: Move = { label: 'Se hvem som passer', noun: 'forslag', to: 'proposed', asks: true }

function waitingCard(referral: Waiting, today: Temporal.PlainDate): Card {
  const { id, content, createdAt } = referral
  return {
    id,
    path: `/koordinator/henvendelser/${id}/`,
    referral: referralName(referral),
    area: content.area,
    due: { words: 'Har ventet siden', day: longDate(dayOf(createdAt), today), tone: 'later' },
    moves: [find],
    key: crypto.randomUUID(),
  }
}

function matchCard(match: Tied, state: MatchState, due: readonly Due[], today: Temporal.PlainDate): Card {
  const { id, acts, volunteer, referral } = match
  const [first] = due
  return {
    id,
    path: `/koordinator/koblinger/${id}/`,
    volunteer: volunteer.content.name,
    referral: referralName(referral),
    area: referral.content.area,
    due: first && {
      words: first.words,
      day: longDate(Temporal.PlainDate.from(first.dueOn), today),
      tone: first.tone,
    },
    moves: movesOf(
      state,
      due.filter(({ tone }) => tone !== 'later').map(({ kind }) => kind),
    ),
    undo: lastDone(acts)[0]?.number.toString(),
    key: crypto.randomUUID(),
  }
}
