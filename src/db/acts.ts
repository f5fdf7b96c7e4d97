/**
 * What has happened to volunteers, referrals and matches: rows that say who, when and which day, and never change. To
 * write one, see record-act.ts.
 */
import type { Act, ActName, Subject, SubjectTable } from '#casework/act.ts'
import { type MatchState, matchState } from '#casework/match.ts'
import type { Database } from './engine.ts'

/** At once: an engine takes 32,766 values in one query. */
const manyIds = 5000

/** The acts of each subject, oldest first. Subjects without any are not in the map. */
export type ActsById<Table extends SubjectTable> = ReadonlyMap<string, readonly Act<Table>[]>

/**
 * @param ids of which rows; all of the table when left out
 * @example (await listActs(db, 'volunteers', [id])).get(id) ?? []
 */
export async function listActs<Table extends SubjectTable>(
  db: Database,
  table: Table,
  ids?: readonly string[],
): Promise<ActsById<Table>> {
  const found = new Map<string, Act<Table>[]>()
  if (ids?.length === 0) return found
  let query = db
    .selectFrom('acts')
    .where('subject_table', '=', table)
    .select(['subject_id', 'number', 'name', 'actor', 'at', 'date', 'detail'])
    .orderBy('subject_id')
    .orderBy('number')
  // Of many, to read all is quicker than to name each.
  if (ids && ids.length <= manyIds) query = query.where('subject_id', 'in', ids)
  for (const row of await query.execute()) {
    const act: Act<Table> = {
      number: row.number,
      name: row.name as ActName<Table>,
      by: row.actor,
      at: row.at,
      ...(row.date !== null && { date: row.date }),
      ...(row.detail !== null && { detail: row.detail }),
    }
    const acts = found.get(row.subject_id)
    if (acts) acts.push(act)
    else found.set(row.subject_id, [act])
  }
  return found
}

/** The acts of one subject, oldest first. */
export const listActsOf = async <Table extends SubjectTable>(
  db: Database,
  { table, id }: Subject<Table>,
): Promise<readonly Act<Table>[]> => (await listActs(db, table, [id])).get(id) ?? []

/** The states of the matches of each volunteer or referral, by its id. */
export async function listMatchStates(
  db: Database,
  side: 'volunteer_id' | 'referral_id',
  ids?: readonly string[],
): Promise<ReadonlyMap<string, readonly MatchState[]>> {
  const found = new Map<string, MatchState[]>()
  if (ids?.length === 0) return found
  let query = db.selectFrom('matches').select(['id', `${side} as side`])
  const few = ids !== undefined && ids.length <= manyIds
  if (few) query = query.where(side, 'in', ids)
  const rows = await query.execute()
  const acts = await listActs(db, 'matches', few ? rows.map((row) => row.id) : undefined)
  for (const { id, side: subject } of rows) {
    const state = matchState(acts.get(id) ?? [])
    const states = found.get(subject)
    if (states) states.push(state)
    else found.set(subject, [state])
  }
  return found
}
