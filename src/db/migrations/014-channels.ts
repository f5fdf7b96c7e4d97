import type { Migration } from '../migrate.ts'

/** Which flyer brought somebody to a form: the name of a place where flyers hang, and nothing about who it was. */
export const channels: Migration = {
  name: '014-channels',
  async up(db) {
    await db.schema.alterTable('submissions').addColumn('channel', 'text').execute()
  },
}
