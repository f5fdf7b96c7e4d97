import type { Migration } from '../migrate.ts'

/** Addresses outside the site that no longer answered when they were last asked. */
export const deadLinks: Migration = {
  name: '015-dead-links',
  async up(db) {
    await db.schema
      .createTable('dead_links')
      .addColumn('url', 'text', (column) => column.primaryKey())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .execute()
  },
}
