import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** The deployment's stamp, the keys of records, and those who work here. */
export const foundation: Migration = {
  name: '001-foundation',
  async up(db, { blob }) {
    await db.schema
      .createTable('deployment')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('municipality', 'text', (column) => column.notNull())
      .addColumn('lookup_key', blob, (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('record_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('wrapped', blob, (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('staff')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('email_fingerprint', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull().references('record_keys.id'))
      .addColumn('sealed', blob, (column) => column.notNull())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .addColumn('removed_at', 'text')
      .execute()
    // Two who add the same address at once: one of them is told so.
    await db.schema
      .createIndex('staff_email')
      .unique()
      .on('staff')
      .column('email_fingerprint')
      .where(sql.ref('removed_at'), 'is', null)
      .execute()

    await db.schema
      .createTable('sign_in_links')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .execute()

    await db.schema
      .createTable('sessions')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('throttles')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .execute()
  },
}
