import type { ActName } from '#casework/act.ts'
import { certificateOf, volunteerActs } from '#casework/volunteer.ts'
import type { Database } from '#db/open.ts'
import type { Vault } from '#db/vault.ts'
import { findVolunteer, type Volunteer } from '#db/volunteers.ts'
import type { Outcome } from '#server/act.ts'
import { getRuntime } from '#server/locals.ts'
import { noteRead } from '#server/read.ts'
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

/** The same for the page of an act, noted as read: nothing when the act makes no sense now. */
export async function findVolunteerFor(
  locals: App.Locals,
  id: string,
  act: ActName<'volunteers'>,
): Promise<Volunteer | undefined> {
  const { db, vault } = getRuntime(locals)
  const found = await volunteerFor(db, vault, id, act)
  if ('not' in found) return undefined
  await noteRead(locals, { table: 'volunteers', row: id })
  return found.volunteer
}
