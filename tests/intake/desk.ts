/** The intake of Fjordvik on a database of its own, and what came in. */
import { pino } from 'pino'
import type { Database } from '#db/open.ts'
import type { Mail } from '#db/outbox.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import type { Vault } from '#db/vault.ts'
import type { Sender } from '#intake/premises.ts'
import { noLimits } from '#intake/suspect.ts'
import { now, openFresh, type TestDatabase } from '../db/databases.ts'

export const silent = pino({ level: 'silent' })

export const sender: Sender = {
  municipality: 'Fjordvik kommune',
  phone: { name: 'Koordinator for frivillig avlastning', number: '55 50 01 10', local: true },
  origin: 'https://parorende.fjordvik.example',
}

export async function openDesk(database: TestDatabase) {
  const { db, vault, options } = await openFresh(database)
  return { db, vault, options, now: () => now, limits: noLimits, log: silent }
}

export const addPerson = (db: Database, vault: Vault, email: string, role: Role) =>
  addStaff(db, vault, { name: 'Ragnhild Strand', email, role, now })

/** The mail that waits, opened. */
export async function listMail(db: Database, vault: Vault) {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('kind').execute()
  return Promise.all(
    rows.map(async ({ id, kind, key_id, sealed }) => {
      if (key_id === null || sealed === null)
        return { kind, to: '', subject: '', text: '', attachments: undefined }
      const mail = await vault.open(db, { table: 'outbox', row: id }, { key_id, sealed })
      return { kind, ...(mail as Mail) }
    }),
  )
}
