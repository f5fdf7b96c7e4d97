import { findMatch } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { actRoute } from '#server/act.ts'
import { pathOf, standingFor } from './_match.ts'

export const prerender = false

/** The meeting was held on the day it was agreed for; before that day, today. */
export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'hold-meeting',
  on: { table: 'matches', row: id },
  back: pathOf(id),
  done: 'møte-holdt',
  run: async (trx, { staffId: by, vault, now }) => {
    const standing = await standingFor(trx, id, 'hold-meeting')
    if ('obstacle' in standing) return standing.obstacle
    const today = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()
    const agreed = (await findMatch(trx, vault, id))?.content.meeting?.date
    const date = agreed && agreed < today ? agreed : today
    const subject = { table: 'matches', id } as const
    await recordAct(trx, vault, { subject, name: 'hold-meeting', by, date, now })
    return undefined
  },
}))
