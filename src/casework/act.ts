/**
 * Casework has no status column. What has happened to a volunteer, a referral or a match is a list of acts, each
 * saying who did what, when, and which day it is about; every state is computed from such a list.
 *
 * @example latest(acts, ['pause', 'resume'])?.name === 'pause' // she is on a pause
 */

/** Everything that can happen, by the table it happens to. Kept in rows: a name is never changed once in use. */
export const actNames = {
  volunteers: [
    'sign-up',
    'call',
    'attend-course',
    'hold-talk',
    'sign-cooperation',
    'sign-confidentiality',
    'see-certificate',
    'ask',
    'attend-supervision',
    'change',
    'note',
    'pause',
    'resume',
    'end',
    'return',
    'merge',
    'erase',
    'undo',
  ],
  referrals: [
    'receive',
    'call',
    'accept',
    'decline',
    'withdraw',
    'change',
    'note',
    'end',
    'reopen',
    'tell-home-care',
    'merge',
    'erase',
    'undo',
  ],
  matches: [
    'propose',
    'decide-against',
    'agree-meeting',
    'hold-meeting',
    'sign-agreement',
    'plan-review',
    'start',
    'call-volunteer',
    'call-relative',
    'change',
    'note',
    'end',
    'undo',
  ],
  /** What concerns everybody: `id` is `all`. */
  deployment: ['hold-supervision', 'choose-line', 'undo'],
} as const

export type SubjectTable = keyof typeof actNames
export type ActName<Table extends SubjectTable = SubjectTable> = (typeof actNames)[Table][number]

/** What an act happens to. */
export interface Subject<Table extends SubjectTable = SubjectTable> {
  readonly table: Table
  readonly id: string
}

/** One act, without the note that may be sealed beside it. Texts of fixed width, so that they compare as time. */
export interface Act<Table extends SubjectTable = SubjectTable> {
  /** 1 for the first of its subject; without gaps. */
  readonly number: number
  readonly name: ActName<Table>
  /** A staff id, `system` or `public`. */
  readonly by: string
  /** When it was recorded, `2026-11-21T08:00:00.000Z`. */
  readonly at: string
  /** The day it is about, `2026-11-24`: of the talk, the meeting, the review. Without one, the day it was recorded. */
  readonly date?: string | undefined
  /** A code, never text about people: a reason, the number of the act undone, the id merged into. */
  readonly detail?: string | undefined
}

/** What these took away is gone: they cannot be undone. */
const final: readonly string[] = ['merge', 'erase'] satisfies ActName[]

/**
 * The acts that stand: those that nobody has undone, without the undoings. In the order they were recorded. Whoever
 * undid the wrong act records it again.
 */
export function standing<Table extends SubjectTable>(acts: readonly Act<Table>[]): readonly Act<Table>[] {
  const undone = new Set(acts.filter((act) => act.name === 'undo').map((act) => act.detail))
  if (undone.size === 0) return acts
  return acts.filter(
    (act) => act.name !== 'undo' && (final.includes(act.name) || !undone.has(String(act.number))),
  )
}

/** The act recorded last among those with one of the names. Undone ones do not count. */
export const latest = <Table extends SubjectTable>(
  acts: readonly Act<Table>[],
  names: readonly ActName<Table>[],
): Act<Table> | undefined => standing(acts).findLast((act) => names.includes(act.name))

/** Whether an act stands. */
export const has = <Table extends SubjectTable>(acts: readonly Act<Table>[], name: ActName<Table>): boolean =>
  latest(acts, [name]) !== undefined

/**
 * What closes a record, and what may open it again. A record with an act that closes, and none that may open, is
 * closed whatever else has happened: so a list of open ones need not look at it.
 */
export const closings = {
  volunteers: { close: ['end', 'merge', 'erase'], open: ['return', 'undo'] },
  referrals: { close: ['decline', 'withdraw', 'end', 'merge', 'erase'], open: ['reopen', 'undo'] },
} as const satisfies Partial<{
  [Table in SubjectTable]: { close: readonly ActName<Table>[]; open: readonly ActName<Table>[] }
}>

/** The id of the record that this one was merged into. */
export const mergedInto = (acts: readonly Act[]): string | undefined => latest(acts, ['merge'])?.detail
