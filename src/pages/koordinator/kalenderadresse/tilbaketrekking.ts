import { revokeDueFeed } from '#db/due-feeds.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

/** Takes one's own calendar address back. */
export const POST = actRoute(({ locals: { staff } }) => ({
  name: 'revoke-feed',
  on: { table: 'due_feeds', row: staff?.staffId ?? '' },
  back: '/koordinator/kalenderadresse/',
  done: 'lenke-bort',
  run: async (trx, { staffId }) => ((await revokeDueFeed(trx, staffId)) ? undefined : { refused: 'endret' }),
}))
