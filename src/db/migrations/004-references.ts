import type { Migration } from '../migrate.ts'

/** To delete a row, an engine looks for those that refer to it: without an index it reads the whole table for each. */
export const references: Migration = {
  name: '004-references',
  async up(db) {
    for (const [table, column] of [
      ['staff', 'key_id'],
      ['sign_in_links', 'staff_id'],
      ['sessions', 'staff_id'],
      ['submission_versions', 'key_id'],
      ['submission_claims', 'submission_id'],
      ['outbox', 'key_id'],
    ] as const)
      await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute()
  },
}
