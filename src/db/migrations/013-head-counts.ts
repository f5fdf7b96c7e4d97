import type { Migration } from '../migrate.ts'

/** How many came to each café, and the secret addresses at which staff subscribe to what is due. */
export const headCounts: Migration = {
  name: '013-head-counts',
  async up(db) {
    await db.schema
      .createTable('head_counts')
      .addColumn('uid', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('date', 'text', (column) => column.notNull())
      .addColumn('heads', 'integer', (column) => column.notNull())
      .addColumn('counted_at', 'text', (column) => column.notNull())
      .addColumn('counted_by', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('head_counts_date').on('head_counts').column('date').execute()
    await db.schema
      .createTable('due_feeds')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
      .addColumn('added_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('due_feeds_staff_id').on('due_feeds').column('staff_id').execute()
  },
}
