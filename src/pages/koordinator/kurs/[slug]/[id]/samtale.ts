import { noteCall } from '#intake/seats/answer-offer.ts'
import { actRoute } from '#server/act.ts'
import { atOf, backTo } from './_at.ts'

export const prerender = false

export const POST = actRoute((context) => {
  const { id = '', slug } = context.params
  return {
    name: 'note-call',
    on: { table: 'sign_ups', row: id },
    back: backTo(slug),
    done: 'ringt',
    run: async (trx, { staffId, fields }) => {
      const about = fields.get('om')?.[0] ?? ''
      const noted = await noteCall(trx, { id, about, by: staffId }, await atOf(context))
      return noted ? undefined : { refused: 'endret' }
    },
  }
})
