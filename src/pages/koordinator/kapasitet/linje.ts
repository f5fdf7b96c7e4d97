import { isPublicLine } from '#casework/capacity.ts'
import { recordAct } from '#db/record-act.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

/** Chooses what the front page and the screen say about volunteers. */
export const POST = actRoute(() => ({
  name: 'choose-line',
  on: { table: 'deployment', row: 'all' },
  back: '/koordinator/kapasitet/',
  done: 'linje',
  run: async (trx, { staffId, now, vault, fields }) => {
    const line = fields.get('linje')?.[0] ?? ''
    if (!isPublicLine(line)) return { missing: true }
    const subject = { table: 'deployment', id: 'all' } as const
    await recordAct(trx, vault, { subject, name: 'choose-line', by: staffId, detail: line, now })
    return undefined
  },
}))
