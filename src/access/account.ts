/** Who somebody is here, once the municipality's provider has vouched for her. */
import { findByIdentity, joinIdentity, leaveIdentity, setRole } from '#db/identities.ts'
import type { Database } from '#db/open.ts'
import { findRole, findStaffId, insertStaff, removePerson, renewPerson } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { roles } from './permission.ts'
import type { Accounts, Vouched } from './provider.ts'
import type { Premises } from './session.ts'

/** Why somebody whom the provider knows does not come in. */
export type Stranger =
  /** The provider gives her no role here. */
  | 'no-role'
  /** Roles are given here, and she has none. */
  | 'not-added'
  /** The provider gives no address, and she cannot be written to. */
  | 'no-email'
  /** The person who was signed in has another account already, or this account is another's. */
  | 'other-account'

/** The role that the values of the claim give; the one that may most, where there are several. */
function roleOf(accounts: Accounts, values: readonly string[]): Role | undefined {
  const given = values.map((value) =>
    Object.hasOwn(accounts.roles, value) ? accounts.roles[value] : undefined,
  )
  return roles.find((role) => given.includes(role))
}

/**
 * Finds or adds the person of an account, with the role that the provider gives at this moment. Whoever has lost hers
 * there is out at once: every session ends, also those that began with a link.
 *
 * @param joins the person who is signed in, and wants to use the account from now on
 * @returns her staff id, or why she does not come in
 */
export async function admit(
  { db, vault, now }: Pick<Premises, 'db' | 'vault' | 'now'>,
  accounts: Accounts,
  person: Vouched,
  joins: string | undefined,
): Promise<{ staffId: string } | Stranger> {
  return db.transaction().execute(async (trx) => {
    const role = accounts.roleClaim === undefined ? undefined : roleOf(accounts, person.roleValues)
    const known = await findCurrent(trx, vault, person)
    if (joins && known && known.id !== joins) return 'other-account'
    // Whose role comes from the provider anyway gains no right by another's address; whose does not might.
    const sure = role !== undefined || person.emailVerified
    const byAddress = !known && !joins && sure && person.email
    const owner = byAddress ? await findStaffId(trx, vault, byAddress) : undefined
    const id = known?.id ?? joins ?? owner

    if (accounts.roleClaim !== undefined && !role) {
      if (known && !known.removed) await removePerson(trx, known.id, now())
      return 'no-role'
    }
    if (id === undefined) {
      if (!role) return 'not-added'
      if (!person.email) return 'no-email'
      const added = await insertStaff(trx, vault, { ...named(person, person.email), role, now: now() })
      if (!added) throw new Error('expected an address that nobody has, got one that was taken meanwhile')
      await joinIdentity(trx, vault, added.id, person)
      return { staffId: added.id }
    }
    if (!role && known?.removed) return 'not-added'
    if (owner && role && !person.emailVerified && mayMore(await findRole(trx, owner), role))
      return 'other-account'
    if (!known && !(await joinIdentity(trx, vault, id, person))) return 'other-account'
    if (role) await setRole(trx, id, role)
    if (known) await renew(trx, vault, known, person)
    return { staffId: id }
  })
}

/** Whoever may more would otherwise lose her role, and her name in the log, to an address that nobody has seen to. */
const mayMore = (one: Role | undefined, than: Role): boolean =>
  one !== undefined && roles.indexOf(one) < roles.indexOf(than)

/** Somebody who was removed, and added again with her address by the command, is the new person. */
async function findCurrent(trx: Database, vault: Premises['vault'], person: Vouched) {
  const known = await findByIdentity(trx, vault, person)
  if (!known?.removed || !(await findStaffId(trx, vault, known.email))) return known
  await leaveIdentity(trx, known.id)
  return undefined
}

const named = ({ name }: Vouched, email: string) => ({ name: name ?? email, email })

/** Somebody married, or moved to another address. An address that another has stays hers. */
async function renew(
  trx: Database,
  vault: Premises['vault'],
  known: { id: string; name: string; email: string },
  person: Vouched,
): Promise<void> {
  const owner = person.email && (await findStaffId(trx, vault, person.email))
  const email = person.email && (owner === undefined || owner === known.id) ? person.email : known.email
  const name = person.name ?? known.name
  if (name !== known.name || email.toLowerCase() !== known.email)
    await renewPerson(trx, vault, known.id, { name, email })
}
