import { listMatchFacts } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

/** After a death: the volunteer, who has lost somebody too, was called. */
export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'call-volunteer',
  on: { table: 'referrals', row: id },
  back: `/koordinator/henvendelser/${id}/`,
  done: 'snakket-stille',
  run: async (trx, { vault, fields, staffId: by, now }) => {
    const wanted = fields.get('kobling')?.[0]
    const match = (await listMatchFacts(trx, { referralId: id })).find((each) => each.id === wanted)
    if (!match) return { missing: true }
    const subject = { table: 'matches', id: match.id } as const
    await recordAct(trx, vault, { subject, name: 'call-volunteer', by, now })
    return undefined
  },
}))
