import type { Database } from './engine.ts'
import { openPerson } from './staff.ts'
import type { Vault } from './vault.ts'

/** The names of all who work or have worked here, by id: for what they did before they left, too. */
export async function listStaffNames(db: Database, vault: Vault): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'key_id', 'sealed']).execute()
  const people = rows.map(async (row) => [row.id, (await openPerson(db, vault, row)).name] as const)
  return new Map(await Promise.all(people))
}
