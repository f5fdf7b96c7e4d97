import type { Migration } from '../migrate.ts'

/** When each round of work was last begun, by whichever process, so that several share it. */
export const rounds: Migration = {
  name: '006-rounds',
  async up(db) {
    await db.schema
      .createTable('rounds')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('begun_at', 'text', (column) => column.notNull())
      .addColumn('failed_at', 'text')
      .execute()
  },
}
