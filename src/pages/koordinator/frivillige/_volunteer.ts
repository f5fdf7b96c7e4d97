import type { ActName } from '#casework/act.ts'
import { certificateOf, volunteerActs } from '#casework/volunteer.ts'
import type { Database } from '#db/open.ts'
import type { Vault } from '#db/vault.ts'
import { findVolunteer, type Volunteer } from '#db/volunteers.ts'
import type { Outcome } from '#server/act.ts'
import { getMunicipality } from '../../../content.ts'

/** The volunteer, if this act makes sense now; otherwise what the act ends with. */
export async function volunteerFor(
  trx: Database,
  vault: Vault,
  id: string,
  act: ActName<'volunteers'>,
): Promise<{ volunteer: Volunteer } | { not: Outcome }> {
  const volunteer = await findVolunteer(trx, vault, id)
  if (!volunteer) return { not: { missing: true } }
  const certificate = certificateOf(await getMunicipality())
  if (!volunteerActs({ ...volunteer, certificate }).includes(act)) return { not: { refused: 'endret' } }
  return { volunteer }
}

/** The same for the page of an act: nothing when the act makes no sense now. */
export async function findVolunteerFor(
  db: Database,
  vault: Vault,
  id: string,
  act: ActName<'volunteers'>,
): Promise<Volunteer | undefined> {
  const found = await volunteerFor(db, vault, id, act)
  return 'volunteer' in found ? found.volunteer : undefined
}
