import type { Migration } from '../migrate.ts'

/** Secret addresses of the feeds that stand nowhere on the site. */
export const feedTokens: Migration = {
  name: '003-feed-tokens',
  async up(db) {
    await db.schema
      .createTable('feed_tokens')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('course', 'text', (column) => column.notNull())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .execute()
  },
}
