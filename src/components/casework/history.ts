/** What has happened to a record and who has read it, as one list. */

import { Temporal } from 'temporal-polyfill'
import { longDate } from '#calendar/norwegian.ts'
import type { Act, SubjectTable } from '#casework/act.ts'
import { actWords } from '#casework/act-words.ts'
import type { DoneAct } from '../staff/gather-acts.ts'

interface Given {
  readonly table: SubjectTable
  readonly acts: readonly Act[]
  /** Lines of the audit log about it; only those that no act stands for are shown. */
  readonly lines: readonly { readonly at: string; readonly actor: string; readonly act: string }[]
  readonly sayLine: (act: string) => string
  readonly sayActor: (actor: string) => string
  /** What a detail means: the reasons of endings. */
  readonly details: Readonly<Record<string, string>>
  readonly today: Temporal.PlainDate
}

/** The newest first. */
export function historyOf({ table, acts, lines, sayLine, sayActor, details, today }: Given): DoneAct[] {
  const words: Readonly<Record<string, string>> = actWords[table]
  const numbered = new Map(acts.map((act) => [String(act.number), act]))
  const said = ({ name, at, date, detail = '' }: Act): string => {
    const undone = name === 'undo' ? numbered.get(detail) : undefined
    const about = undone ? (words[undone.name] ?? '').toLowerCase() : details[detail]
    const day = date && date !== at.slice(0, 10) && longDate(Temporal.PlainDate.from(date), today)
    return [words[name], about && `: ${about}`, day && ` (${day})`].filter(Boolean).join('')
  }
  return [
    ...acts.map((act) => ({ at: act.at, what: said(act), who: sayActor(act.by) })),
    ...lines
      .filter(({ act }) => !(act in words))
      .map(({ at, act, actor }) => ({ at, what: sayLine(act), who: sayActor(actor) })),
  ].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

/** What staff wrote beside the acts, the newest first. */
export const notesOf = (
  acts: readonly Act[],
  notes: ReadonlyMap<number, string>,
  sayActor: (actor: string) => string,
) =>
  acts
    .flatMap(({ number, at, by }) => {
      const text = notes.get(number)
      return text === undefined ? [] : [{ at, text, who: sayActor(by) }]
    })
    .reverse()
