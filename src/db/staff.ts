/** Those who work here. Name and e-mail address are sealed; a person is found by the address's fingerprint. */
import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'
import type { Role, Sealed } from './tables.ts'
import type { Vault } from './vault.ts'

export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** An address as it is compared: `Kari@Fjordvik.example ` and `kari@fjordvik.example` are the same person. */
export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

const placeOf = (id: string) => ({ table: 'staff', row: id })
const fingerprintOf = (vault: Vault, email: string) => vault.fingerprint('staff email', normalEmail(email))
const current = (db: Database) => db.selectFrom('staff').where('removed_at', 'is', null)

/** What is sealed in a row of `staff`. */
export async function openPerson(db: Database, vault: Vault, row: Sealed & { id: string }) {
  return (await vault.open(db, placeOf(row.id), row)) as { name: string; email: string }
}

interface NewPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly now: Temporal.Instant
}

/** @throws when somebody has the address already */
export async function addStaff(db: Database, vault: Vault, person: NewPerson): Promise<StaffMember> {
  return db.transaction().execute(async (trx) => {
    const added = await insertStaff(trx, vault, person)
    if (!added) throw new Error(`expected an address that nobody has yet, got ${normalEmail(person.email)}`)
    return added
  })
}

/** @returns nothing when somebody has the address already; the transaction is then of no use */
export async function insertStaff(
  trx: Database,
  vault: Vault,
  person: NewPerson,
): Promise<StaffMember | undefined> {
  const { role, now } = person
  const id = randomUUID()
  const { name, email, ...columns } = await sealPerson(trx, vault, id, person)
  const added = await trx
    .insertInto('staff')
    .values({ id, role, ...columns, added_at: instantText(now), removed_at: null })
    .onConflict((conflict) =>
      conflict.column('email_fingerprint').where('removed_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return added && { id, name, email, role }
}

/** Name and address as they are kept, and the columns that keep them. */
async function sealPerson(trx: Database, vault: Vault, id: string, person: { name: string; email: string }) {
  const name = person.name.normalize('NFC').trim()
  const email = normalEmail(person.email)
  const sealed = await vault.seal(trx, placeOf(id), { name, email })
  return { name, email, email_fingerprint: fingerprintOf(vault, email), ...sealed }
}

/** Keeps a new name and address of a person, and forgets the old ones. Nobody else may have the address. */
export async function renewPerson(
  trx: Database,
  vault: Vault,
  id: string,
  person: { name: string; email: string },
): Promise<void> {
  const { key_id } = await trx
    .selectFrom('staff')
    .select('key_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { name: _, email: __, ...columns } = await sealPerson(trx, vault, id, person)
  await trx.updateTable('staff').set(columns).where('id', '=', id).execute()
  await trx.deleteFrom('record_keys').where('id', '=', key_id).execute()
}

/** Those who work here now, the first added first. */
export async function listStaff(db: Database, vault: Vault): Promise<StaffMember[]> {
  const rows = await current(db).selectAll().orderBy('added_at').orderBy('id').execute()
  return Promise.all(
    rows.map(async (row) => ({ id: row.id, role: row.role, ...(await openPerson(db, vault, row)) })),
  )
}

export async function findStaffId(db: Database, vault: Vault, email: string): Promise<string | undefined> {
  const row = await current(db)
    .select('id')
    .where('email_fingerprint', '=', fingerprintOf(vault, email))
    .executeTakeFirst()
  return row?.id
}

/** What somebody who works here may do. */
export async function findRole(db: Database, id: string): Promise<Role | undefined> {
  return (await current(db).select('role').where('id', '=', id).executeTakeFirst())?.role
}

/**
 * Removes a person: sessions and links end at once. Whoever is added again with the address is a new person here.
 *
 * @returns false when nobody has the address
 */
export async function removeStaff(
  db: Database,
  vault: Vault,
  email: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const id = await findStaffId(trx, vault, email)
    return id !== undefined && removePerson(trx, id, now)
  })
}

/** @returns false when the person does not work here */
export async function removePerson(trx: Database, id: string, now: Temporal.Instant): Promise<boolean> {
  const removed = await trx
    .updateTable('staff')
    .set({ removed_at: instantText(now) })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!removed) return false
  await trx.deleteFrom('sessions').where('staff_id', '=', id).execute()
  await trx.deleteFrom('sign_in_links').where('staff_id', '=', id).execute()
  return true
}

/** How many can receive what the public sends. None: a site in operation shows the phone instead of its forms. */
export async function countCoordinators(db: Database): Promise<number> {
  const { count } = await current(db)
    .where('role', '=', 'coordinator')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
