import type { Known } from '#casework/follow-up.ts'
import { listActsOf } from './acts.ts'
import { listFacts } from './casework-list.ts'
import type { Database } from './engine.ts'
import { listMatchFacts } from './matches.ts'

/** Everything that `dueThings`, the lights and the figures count from. Nothing sealed is opened. */
export async function loadKnown(db: Database): Promise<Known> {
  return {
    volunteers: await listFacts(db, 'volunteers'),
    referrals: await listFacts(db, 'referrals'),
    matches: await listMatchFacts(db),
    deployment: await listActsOf(db, { table: 'deployment', id: 'all' }),
  }
}
