import { isKept } from '#db/submissions.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

/** Somebody called whoever sent it. */
export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'note-call',
  on: { table: 'submissions', row: id },
  back: '/koordinator/innsendinger/',
  done: 'ringt',
  run: async (trx) => ((await isKept(trx, id)) ? undefined : { missing: true }),
}))
