/** Which of those who work here uses which account at the municipality's provider. Kept as a fingerprint. */
import type { Database } from './engine.ts'
import { openPerson, type StaffMember } from './staff.ts'
import type { Role } from './tables.ts'
import type { Vault } from './vault.ts'

/** An account: no two providers, and no two people at one, share it. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

const fingerprintOf = (vault: Vault, { issuer, subject }: Identity) =>
  vault.fingerprint('staff identity', JSON.stringify([issuer, subject]))

/** The person of an account, also one who was removed: whoever comes back is the same person. */
export async function findByIdentity(
  trx: Database,
  vault: Vault,
  identity: Identity,
): Promise<(StaffMember & { readonly removed: boolean }) | undefined> {
  const row = await trx
    .selectFrom('staff')
    .selectAll()
    .where('identity_fingerprint', '=', fingerprintOf(vault, identity))
    .executeTakeFirst()
  if (!row) return undefined
  const person = await openPerson(trx, vault, row)
  return { id: row.id, role: row.role, removed: row.removed_at !== null, ...person }
}

/** @returns false when the person has another account already */
export async function joinIdentity(
  trx: Database,
  vault: Vault,
  id: string,
  identity: Identity,
): Promise<boolean> {
  const joined = await trx
    .updateTable('staff')
    .set({ identity_fingerprint: fingerprintOf(vault, identity) })
    .where('id', '=', id)
    .where('identity_fingerprint', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return joined !== undefined
}

/** The person uses no account any more. */
export async function leaveIdentity(trx: Database, id: string): Promise<void> {
  await trx.updateTable('staff').set({ identity_fingerprint: null }).where('id', '=', id).execute()
}

/** Whether the person signs in with an account. */
export async function hasIdentity(db: Database, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', id)
    .where('identity_fingerprint', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a person a role, also one who was removed and comes back. */
export async function setRole(trx: Database, id: string, role: Role): Promise<void> {
  await trx.updateTable('staff').set({ role, removed_at: null }).where('id', '=', id).execute()
}
