import { type AreaCapacity, capacityByArea, chosenLine, type PublicLine } from '#casework/capacity.ts'
import { certificateOf } from '#casework/volunteer.ts'
import { listActsOf } from '#db/acts.ts'
import { areaFingerprint, listFacts } from '#db/casework-list.ts'
import type { Database } from '#db/open.ts'
import type { Vault } from '#db/vault.ts'
import type { Municipality } from '#editorial/municipality.ts'

const everybody = { table: 'deployment', id: 'all' } as const

/** The line that the site says, as it was chosen last. */
export const findPublicLine = async (db: Database): Promise<PublicLine> =>
  chosenLine(await listActsOf(db, everybody))

export async function listCapacity(
  db: Database,
  vault: Vault,
  municipality: Pick<Municipality, 'areas' | 'policeCertificate'>,
): Promise<AreaCapacity[]> {
  const open = { open: true }
  const areas = new Map(municipality.areas.map((area) => [areaFingerprint(vault, area), area]))
  const volunteers = await listFacts(db, 'volunteers', open)
  const referrals = await listFacts(db, 'referrals', open)
  return capacityByArea(volunteers, referrals, areas, certificateOf(municipality))
}
