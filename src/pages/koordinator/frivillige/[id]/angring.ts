import { standing } from '#casework/act.ts'
import { recordAct } from '#db/record-act.ts'
import { actRoute } from '#server/act.ts'
import { volunteerNounOf } from '../../../../components/casework/volunteer-acts.ts'
import { volunteerFor } from '../_volunteer.ts'

export const prerender = false

/** Takes back a step that was noted by mistake; the history shows both. */
export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'undo',
  on: { table: 'volunteers', row: id },
  back: `/koordinator/frivillige/${id}/`,
  done: 'angret',
  run: async (trx, { vault, fields, staffId: by, now }) => {
    const found = await volunteerFor(trx, vault, id, 'note')
    if ('not' in found) return found.not
    const number = fields.get('nummer')?.[0]
    const act = standing(found.volunteer.acts).find((each) => String(each.number) === number)
    if (!act || !volunteerNounOf(act.name)) return { refused: 'endret' }
    const subject = { table: 'volunteers', id } as const
    await recordAct(trx, vault, { subject, name: 'undo', detail: String(act.number), by, now })
    return undefined
  },
}))
