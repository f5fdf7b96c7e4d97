import { recordAct } from '#db/record-act.ts'
import { actRoute } from '#server/act.ts'
import { volunteerFor } from './_volunteer.ts'

/** A volunteer comes back, from a pause or after she had stopped: nothing is asked. */
export const turnRoute = (name: 'resume' | 'return') =>
  actRoute(({ params: { id = '' } }) => ({
    name,
    on: { table: 'volunteers', row: id },
    back: `/koordinator/frivillige/${id}/`,
    done: 'tilbake',
    run: async (trx, { vault, staffId: by, now }) => {
      const found = await volunteerFor(trx, vault, id, name)
      if ('not' in found) return found.not
      await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name, by, now })
      return undefined
    },
  }))
