import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Whose account at the municipality's provider somebody uses, how a session began, and who is away when. */
export const access: Migration = {
  name: '009-access',
  async up(db) {
    await db.schema.alterTable('staff').addColumn('identity_fingerprint', 'text').execute()
    await db.schema
      .createIndex('staff_identity')
      .unique()
      .on('staff')
      .column('identity_fingerprint')
      .where(sql.ref('identity_fingerprint'), 'is not', null)
      .execute()

    await db.schema
      .alterTable('sessions')
      .addColumn('way', 'text', (column) => column.notNull().defaultTo('link'))
      .execute()

    await db.schema
      .createTable('absences')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
      .addColumn('deputy_id', 'text', (column) => column.notNull().references('staff.id'))
      .addColumn('from_date', 'text', (column) => column.notNull())
      .addColumn('until_date', 'text', (column) => column.notNull())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .addColumn('added_by', 'text', (column) => column.notNull().references('staff.id'))
      .addColumn('withdrawn_at', 'text')
      .addColumn('withdrawn_by', 'text', (column) => column.references('staff.id'))
      .execute()
    for (const column of ['staff_id', 'deputy_id', 'added_by', 'withdrawn_by'])
      await db.schema.createIndex(`absences_${column}`).on('absences').column(column).execute()
  },
}
