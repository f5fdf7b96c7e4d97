import type { Migration } from '../migrate.ts'

/** Who read and did what, as a chain of lines; the one row of `audit_head` says where it ends. */
export const audit: Migration = {
  name: '007-audit',
  async up(db) {
    await db.schema
      .createTable('audit_lines')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('table_name', 'text', (column) => column.notNull())
      .addColumn('row_id', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('audit_lines_row')
      .on('audit_lines')
      .columns(['table_name', 'row_id', 'number'])
      .execute()

    await db.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await db
      .insertInto('audit_head')
      .values({ id: 1, number: 0, hash: '0'.repeat(64) })
      .execute()
  },
}
