import { Temporal } from 'temporal-polyfill'
import { timeZone } from '#calendar/occurrences.ts'
import { dueActs, findDueKind } from '#casework/due-act.ts'
import { certificateOf } from '#casework/volunteer.ts'
import { getMunicipality } from '#content.ts'
import { recordAct } from '#db/record-act.ts'
import { findDue } from '#intake/casework/find-due.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

/** Says that what was due is done. */
export const POST = actRoute(({ params: { hva = '', id = '' } }) => {
  const kind = findDueKind(hva)
  const act = kind && dueActs[kind]
  return {
    name: act?.act ?? 'change',
    on: { table: act?.table ?? 'pages', row: id },
    back: '/koordinator/',
    done: 'steg',
    run: async (trx, { staffId, now, vault }) => {
      if (!kind || !act) return { missing: true }
      const subject = { table: act.table, id }
      const certificate = certificateOf(await getMunicipality())
      const due = await findDue(trx, { kind, subject, certificate })
      if (!due) return { refused: 'endret' }
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
      // A meeting was held on its day, whenever that is written down; one that lies ahead was not.
      const isMeeting = kind === 'hold-meeting'
      if (isMeeting && Temporal.PlainDate.compare(due.dueOn, today) > 0) return { refused: 'endret' }
      const date = (isMeeting ? due.dueOn : today).toString()
      await recordAct(trx, vault, { subject, name: act.act, by: staffId, date, now })
      return undefined
    },
  }
})
