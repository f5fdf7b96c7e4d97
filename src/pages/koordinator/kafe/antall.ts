import { listCafes } from '#content.ts'
import { noteHeadCount } from '#db/head-counts.ts'
import { listCafeDates } from '#intake/cafe-dates.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

const most = 500

/** Notes how many came to a café. */
export const POST = actRoute(() => ({
  name: 'count-heads',
  on: { table: 'head_counts', row: 'all' },
  back: '/koordinator/kafe/',
  done: 'hoder',
  run: async (trx, { staffId: by, now, fields }) => {
    const typed = fields.get('antall')?.[0]?.trim() ?? ''
    if (!/^\d{1,3}$/.test(typed) || Number(typed) > most) return { refused: 'antall' }
    const uid = fields.get('dato')?.[0]
    const found = (await listCafeDates(trx, await listCafes(), now)).find((each) => each.uid === uid)
    if (!found) return { missing: true }
    const date = found.startsAt.toPlainDate().toString()
    await noteHeadCount(trx, { uid: found.uid, title: found.title, date, heads: Number(typed), by, now })
    return undefined
  },
}))
