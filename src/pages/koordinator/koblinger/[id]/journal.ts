import { findMatch } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { actRoute } from '#server/act.ts'
import { pathOf } from './_match.ts'

export const prerender = false

/** The primary contact was asked to note in the journal that the assignment has ended. */
export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'tell-home-care',
  on: { table: 'matches', row: id },
  back: pathOf(id),
  done: 'journal',
  run: async (trx, { staffId: by, vault, now }) => {
    const match = await findMatch(trx, vault, id)
    if (!match) return { missing: true }
    const subject = { table: 'referrals', id: match.referralId } as const
    await recordAct(trx, vault, { subject, name: 'tell-home-care', by, now })
    return undefined
  },
}))
