import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Submissions that wait for a person's look, what tells that too many come, and mail that nobody could deliver. */
export const quarantine: Migration = {
  name: '005-quarantine',
  async up(db) {
    await db.schema
      .createTable('quarantine')
      .addColumn('submission_id', 'text', (column) => column.primaryKey().references('submissions.id'))
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('held_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('quarantine_held_at').on('quarantine').column('held_at').execute()
    await db.schema.alterTable('submissions').addColumn('occasion', 'text').execute()
    await db.schema
      .createIndex('submissions_form_received_at')
      .on('submissions')
      .columns(['form', 'received_at'])
      .execute()
    await db.schema.createIndex('throttles_started_at').on('throttles').column('started_at').execute()

    await db.schema
      .alterTable('outbox')
      .addColumn('submission_id', 'text', (column) => column.references('submissions.id'))
      .execute()
    await db.schema.createIndex('outbox_submission_id').on('outbox').column('submission_id').execute()
    await db.schema
      .createIndex('outbox_sent_at')
      .on('outbox')
      .column('sent_at')
      .where(sql.ref('sent_at'), 'is not', null)
      .execute()
    await db.schema
      .createIndex('outbox_given_up_at')
      .on('outbox')
      .column('given_up_at')
      .where(sql.ref('given_up_at'), 'is not', null)
      .execute()
  },
}
