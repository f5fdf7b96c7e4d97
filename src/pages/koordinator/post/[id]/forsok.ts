import { retryMail } from '#db/dead-letters.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'retry-mail',
  on: { table: 'outbox', row: id },
  back: '/koordinator/post/',
  done: 'ny-prøve',
  run: async (trx, { now }) => ((await retryMail(trx, { id, now })) ? undefined : { refused: 'endret' }),
}))
