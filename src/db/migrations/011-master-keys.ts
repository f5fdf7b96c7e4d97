import type { Migration } from '../migrate.ts'

/** Which master key wrapped which key, so that it can be changed while the site runs. */
export const masterKeys: Migration = {
  name: '011-master-keys',
  async up(db) {
    await db.schema
      .createTable('master_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .alterTable('record_keys')
      .addColumn('master_key', 'text', (column) => column.references('master_keys.id'))
      .execute()
    await db.schema.createIndex('record_keys_master_key').on('record_keys').column('master_key').execute()
  },
}
