/** Who is written to about a page: its owner is a role, never a person. */
import type { Temporal } from 'temporal-polyfill'
import { whoActs } from '#db/absences.ts'
import type { Database } from '#db/open.ts'
import { listStaff } from '#db/staff.ts'
import type { Vault } from '#db/vault.ts'
import type { Municipality } from '#editorial/municipality.ts'

const isSame = (one: string, other = '') => one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * The addresses of a role: its mailbox where the municipality has named one, the editors for «redaktør», and for all
 * others, and for no role at all, whoever does the coordinator's work today, so that nothing reaches nobody.
 */
export async function addressesOf(
  db: Database,
  vault: Vault,
  {
    owner,
    mailboxes,
    now,
  }: { owner?: string | undefined; mailboxes: Municipality['owners']; now: Temporal.Instant },
): Promise<string[]> {
  const own = mailboxes.filter(({ role }) => isSame(role, owner)).map(({ email }) => email)
  if (own.length > 0) return own
  const staff = await listStaff(db, vault)
  const editors = isSame('redaktør', owner) ? staff.filter(({ role }) => role === 'editor') : []
  if (editors.length > 0) return editors.map(({ email }) => email)
  const acting = await whoActs(db, now)
  return staff.filter(({ id }) => acting.includes(id)).map(({ email }) => email)
}
