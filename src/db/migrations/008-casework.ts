import type { Migration } from '../migrate.ts'

/**
 * Volunteers, referrals, what ties them, and everything that happens to the three. None has a status column: state is
 * computed from the acts. A submission may be purged while the volunteer it brought stays.
 */
export const casework: Migration = {
  name: '008-casework',
  async up(db, { blob }) {
    await db.schema
      .createTable('volunteers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('submission_id', 'text', (column) =>
        column.unique().references('submissions.id').onDelete('set null'),
      )
      .addColumn('area_fingerprint', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull().references('record_keys.id'))
      .addColumn('sealed', blob, (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('referrals')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('submission_id', 'text', (column) =>
        column.unique().references('submissions.id').onDelete('set null'),
      )
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('area_fingerprint', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull().references('record_keys.id'))
      .addColumn('sealed', blob, (column) => column.notNull())
      // The home address has a key of its own, so that it can go before the rest.
      .addColumn('home_key_id', 'text', (column) => column.references('record_keys.id'))
      .addColumn('home_sealed', blob)
      .execute()

    await db.schema
      .createTable('matches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('volunteer_id', 'text', (column) => column.notNull().references('volunteers.id'))
      .addColumn('referral_id', 'text', (column) => column.notNull().references('referrals.id'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull().references('record_keys.id'))
      .addColumn('sealed', blob, (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('acts')
      .addColumn('subject_table', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('date', 'text')
      .addColumn('detail', 'text')
      .addColumn('key_id', 'text', (column) => column.references('record_keys.id'))
      .addColumn('sealed', blob)
      .addPrimaryKeyConstraint('acts_key', ['subject_table', 'subject_id', 'number'])
      .execute()

    await db.schema
      .createIndex('acts_name')
      .on('acts')
      .columns(['subject_table', 'name', 'subject_id'])
      .execute()
    for (const [table, column] of [
      ['volunteers', 'key_id'],
      ['volunteers', 'created_at'],
      ['referrals', 'key_id'],
      ['referrals', 'home_key_id'],
      ['referrals', 'created_at'],
      ['matches', 'key_id'],
      ['matches', 'volunteer_id'],
      ['matches', 'referral_id'],
      ['acts', 'key_id'],
    ] as const)
      await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute()
  },
}
