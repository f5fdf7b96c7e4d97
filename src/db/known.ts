import type { Known } from '#casework/follow-up.ts'
import { listActsOf } from './acts.ts'
import { listFacts } from './casework-list.ts'
import type { Database } from './engine.ts'
import { listMatchFacts } from './matches.ts'

/** Everything that the lights and the figures count from. Nothing sealed is opened. */
export async function loadKnown(db: Database): Promise<Known> {
  return {
    volunteers: await listFacts(db, 'volunteers'),
    referrals: await listFacts(db, 'referrals'),
    matches: await listMatchFacts(db),
    deployment: await listActsOf(db, { table: 'deployment', id: 'all' }),
  }
}

/**
 * As much of it as anything can be due for: who has surely closed is left out unread, but for referrals that had a
 * match, whose end home care is to hear of.
 */
export async function loadOpen(db: Database): Promise<Known> {
  const open = await listFacts(db, 'referrals', { open: true })
  const matches = await listMatchFacts(db)
  const seen = new Set(open.map(({ id }) => id))
  const matched = new Set(matches.map(({ referralId }) => referralId).filter((id) => !seen.has(id)))
  return {
    volunteers: await listFacts(db, 'volunteers', { open: true }),
    referrals: [...open, ...(await listFacts(db, 'referrals', { ids: [...matched] }))],
    matches,
    deployment: await listActsOf(db, { table: 'deployment', id: 'all' }),
  }
}
