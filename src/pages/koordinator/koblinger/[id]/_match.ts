/** What the pages of one match share: the match with its two people, noted as read, and whether an act makes sense. */
import type { APIContext } from 'astro'
import { type ActName, has } from '#casework/act.ts'
import { type MatchState, matchActs, matchState } from '#casework/match.ts'
import { listActsOf } from '#db/acts.ts'
import { type WithSides, withSides } from '#db/match-sides.ts'
import { findMatch, listMatchFacts, type Match, type MatchFacts } from '#db/matches.ts'
import type { Database } from '#db/open.ts'
import type { Outcome } from '#server/act.ts'
import { getRuntime } from '#server/locals.ts'
import { noteRead } from '#server/read.ts'

export interface OpenMatch {
  readonly match: WithSides<Match>
  readonly state: MatchState
}

/** The match of the address, and both who are in it noted as read; nothing when there is none. */
export async function openMatch({
  locals,
  params: { id = '' },
}: Pick<APIContext, 'locals' | 'params'>): Promise<OpenMatch | undefined> {
  const { db, vault } = getRuntime(locals)
  const found = await findMatch(db, vault, id)
  const [match] = found ? await withSides(db, vault, [found]) : []
  if (!match) return undefined
  await noteRead(locals, { table: 'matches', row: id })
  await noteRead(locals, { table: 'referrals', row: match.referralId })
  return { match, state: matchState(match.acts) }
}

/** How a match stands, when an act makes sense now; otherwise why it does not. */
export async function standingFor(
  trx: Database,
  id: string,
  act: ActName<'matches'>,
): Promise<{ readonly state: MatchState } | { readonly obstacle: Exclude<Outcome, undefined> }> {
  const [match] = await listMatchFacts(trx, { id })
  if (!match) return { obstacle: { missing: true } }
  const state = matchState(match.acts)
  const isPossible = act === 'note' || matchActs[state].includes(act)
  return isPossible && !(await isForgotten(trx, match)) ? { state } : { obstacle: { refused: 'endret' } }
}

/** Whether both in it are erased: what anybody wrote about it now, nothing would ever take away. */
async function isForgotten(trx: Database, { volunteerId, referralId }: MatchFacts): Promise<boolean> {
  const volunteer = await listActsOf(trx, { table: 'volunteers', id: volunteerId })
  return (
    has(volunteer, 'erase') && has(await listActsOf(trx, { table: 'referrals', id: referralId }), 'erase')
  )
}

export const pathOf = (id = ''): string => `/koordinator/koblinger/${id}/`
