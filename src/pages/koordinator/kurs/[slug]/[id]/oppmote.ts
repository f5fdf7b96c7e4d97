import { markAttended } from '#db/sign-ups.ts'
import { actRoute } from '#server/act.ts'
import { backTo } from './_at.ts'

export const prerender = false

/** `kom=nei` takes it back. */
export const POST = actRoute(({ params: { id = '', slug } }) => ({
  name: 'note-attendance',
  on: { table: 'sign_ups', row: id },
  back: backTo(slug),
  done: 'oppmøte',
  run: async (trx, { staffId, fields, now }) => {
    const by = fields.get('kom')?.[0] === 'nei' ? null : staffId
    return (await markAttended(trx, id, by, now)) ? undefined : { refused: 'endret' }
  },
}))
