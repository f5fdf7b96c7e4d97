import type { Migration } from '../migrate.ts'

/** Seats on courses. Nothing here is about a person: who she is stands sealed in her submission. */
export const signUps: Migration = {
  name: '012-sign-ups',
  async up(db) {
    await db.schema
      .createTable('courses')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('slug', 'text', (column) => column.notNull())
      .addColumn('run', 'integer', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('capacity', 'integer')
      .addColumn('starts_at', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull())
      .addColumn('dates', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('courses_run', ['slug', 'run'])
      .execute()

    await db.schema
      .createTable('sign_ups')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('course_id', 'text', (column) => column.notNull().references('courses.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('submission_id', 'text', (column) => column.notNull().unique().references('submissions.id'))
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('signed_up_at', 'text', (column) => column.notNull())
      .addColumn('seated_at', 'text')
      .addColumn('offered_at', 'text')
      .addColumn('offer_ends_at', 'text')
      .addColumn('left_at', 'text')
      .addColumn('left_by', 'text')
      .addColumn('attended_at', 'text')
      .addColumn('attended_by', 'text')
      .addUniqueConstraint('sign_ups_number', ['course_id', 'number'])
      .execute()

    await db.schema
      .createTable('sign_up_messages')
      .addColumn('sign_up_id', 'text', (column) => column.notNull().references('sign_ups.id'))
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('called_at', 'text')
      .addColumn('called_by', 'text')
      .addPrimaryKeyConstraint('sign_up_messages_key', ['sign_up_id', 'about'])
      .execute()
  },
}
