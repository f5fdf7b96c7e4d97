import { acceptOffer } from '#intake/seats/answer-offer.ts'
import { actRoute } from '#server/act.ts'
import { atOf, backTo } from './_at.ts'

export const prerender = false

export const POST = actRoute((context) => {
  const { id = '', slug } = context.params
  return {
    name: 'accept-seat',
    on: { table: 'sign_ups', row: id },
    back: backTo(slug),
    done: 'plass',
    run: async (trx) =>
      (await acceptOffer(trx, id, await atOf(context))) ? undefined : { refused: 'endret' },
  }
})
