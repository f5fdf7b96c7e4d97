import type { Migration } from '../migrate.ts'

/** Newer words of the program for texts that editors changed, once somebody has seen them. */
export const seenWords: Migration = {
  name: '016-seen-words',
  async up(db) {
    await db.schema
      .createTable('seen_words')
      .addColumn('path', 'text', (column) => column.primaryKey())
      .addColumn('shipped', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .execute()
  },
}
