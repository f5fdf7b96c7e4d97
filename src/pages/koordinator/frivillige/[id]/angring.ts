import { standing } from '#casework/act.ts'
import { certificateOf, volunteerActs } from '#casework/volunteer.ts'
import { recordAct } from '#db/record-act.ts'
import { findVolunteer } from '#db/volunteers.ts'
import { actRoute } from '#server/act.ts'
import { volunteerNounOf } from '../../../../components/casework/volunteer-acts.ts'
import { getMunicipality } from '../../../../content.ts'

export const prerender = false

/** Takes back a step that was noted by mistake; the history shows both. */
export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'undo',
  on: { table: 'volunteers', row: id },
  back: `/koordinator/frivillige/${id}/`,
  done: 'angret',
  run: async (trx, { vault, fields, staffId: by, now }) => {
    const volunteer = await findVolunteer(trx, vault, id)
    if (!volunteer) return { missing: true }
    const number = fields.get('nummer')?.[0]
    const act = standing(volunteer.acts).find((each) => String(each.number) === number)
    const certificate = certificateOf(await getMunicipality())
    const isOpen = volunteerActs({ ...volunteer, certificate }).includes('note')
    if (!act || !isOpen || !volunteerNounOf(act.name)) return { refused: 'endret' }
    const subject = { table: 'volunteers', id } as const
    await recordAct(trx, vault, { subject, name: 'undo', detail: String(act.number), by, now })
    return undefined
  },
}))
