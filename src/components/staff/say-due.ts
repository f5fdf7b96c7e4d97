import { Temporal } from 'temporal-polyfill'
import { longDate } from '#calendar/norwegian.ts'
import type { Due } from '#casework/follow-up.ts'

/**
 * When something is to be done, as the coordinator reads it.
 *
 * @example sayDue({ kind: 'answer-referral', dueOn: '2026-11-20' }, today) // 'Frist var fredag 20. november'
 */
export function sayDue({ kind, dueOn }: Pick<Due, 'kind' | 'dueOn'>, today: Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(dueOn)
  const order = Temporal.PlainDate.compare(day, today)
  const date = longDate(day, today)
  if (kind === 'hold-meeting')
    return order === 0 ? 'Møtet er i dag' : `Møtet ${order < 0 ? 'var' : 'er'} ${date}`
  if (order === 0) return 'Frist i dag'
  return order < 0 ? `Frist var ${date}` : `Innen ${date}`
}

const pages = { volunteers: 'frivillige', referrals: 'henvendelser', matches: 'koblinger' } as const

/** The page of the record that something is due for; nothing for what concerns all. */
export const pageOfDue = ({ subject: { table, id } }: Pick<Due, 'subject'>): string | undefined =>
  table === 'deployment' ? undefined : `/koordinator/${pages[table]}/${id}/`
