import type { Subject } from '#casework/act.ts'
import { dueForMatch } from '#casework/due-match.ts'
import { dueForReferral } from '#casework/due-referral.ts'
import { dueForSupervision } from '#casework/due-supervision.ts'
import { dueForVolunteer } from '#casework/due-volunteer.ts'
import type { DueKind, Rule } from '#casework/follow-up.ts'
import type { CertificateChoice } from '#casework/volunteer.ts'
import { listFacts } from '#db/casework-list.ts'
import { loadKnown } from '#db/known.ts'
import { listMatchFacts } from '#db/matches.ts'
import type { Database } from '#db/open.ts'

/** What is still to be done for one record, now or later; nothing when somebody else was quicker. */
export async function findDue(
  db: Database,
  wanted: { kind: DueKind; subject: Subject; certificate: CertificateChoice },
): Promise<Rule | undefined> {
  return (await rulesFor(db, wanted)).find(({ kind }) => kind === wanted.kind)
}

async function rulesFor(
  db: Database,
  { subject: { table, id }, certificate }: { subject: Subject; certificate: CertificateChoice },
): Promise<readonly Rule[]> {
  switch (table) {
    case 'volunteers': {
      const [known] = await listFacts(db, table, { ids: [id] })
      return known ? dueForVolunteer(known, await listMatchFacts(db, { volunteerId: id }), certificate) : []
    }
    case 'referrals':
      return (await listFacts(db, table, { ids: [id] })).flatMap(dueForReferral)
    case 'matches':
      return (await listMatchFacts(db, { id })).flatMap(dueForMatch)
    case 'deployment':
      return id === 'all' ? dueForSupervision(await loadKnown(db)) : []
  }
}
