import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** What people send, and the mail that follows from it. */
export const intake: Migration = {
  name: '002-intake',
  async up(db, { blob }) {
    await db.schema
      .createTable('submissions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('form', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('submission_versions')
      .addColumn('submission_id', 'text', (column) => column.notNull().references('submissions.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('answers_fingerprint', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull().references('record_keys.id'))
      .addColumn('sealed', blob, (column) => column.notNull())
      .addPrimaryKeyConstraint('submission_versions_key', ['submission_id', 'version'])
      .execute()

    await db.schema
      .createTable('submission_claims')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .addColumn('submission_id', 'text', (column) => column.notNull().references('submissions.id'))
      .addColumn('expires_at', 'text')
      .execute()

    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('lease', 'text')
      .addColumn('leased_until', 'text')
      .addColumn('problem', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('given_up_at', 'text')
      .addColumn('key_id', 'text', (column) => column.references('record_keys.id'))
      .addColumn('sealed', blob)
      .execute()
    await db.schema
      .createIndex('outbox_due')
      .on('outbox')
      .column('due_at')
      .where(sql.ref('sent_at'), 'is', null)
      .where(sql.ref('given_up_at'), 'is', null)
      .execute()
  },
}
