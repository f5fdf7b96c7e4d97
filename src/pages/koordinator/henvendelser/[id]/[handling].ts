import type { ActName } from '#casework/act.ts'
import { recordAct } from '#db/record-act.ts'
import { actRoute } from '#server/act.ts'
import type { Done } from '../../../../components/staff/done.ts'
import { referralFor } from '../_referral.ts'

export const prerender = false

/** Acts that ask nothing, by the noun of their address. */
const nouns: Readonly<Record<string, { act: ActName<'referrals'>; done: Done }>> = {
  samtale: { act: 'call', done: 'ringt' },
  ja: { act: 'accept', done: 'sagt-ja' },
  journal: { act: 'tell-home-care', done: 'steg' },
  apning: { act: 'reopen', done: 'åpnet' },
}

export const POST = actRoute(({ params: { id = '', handling = '' } }) => {
  const noun = Object.hasOwn(nouns, handling) ? nouns[handling] : undefined
  return {
    name: noun?.act ?? 'call',
    on: { table: 'referrals', row: id },
    back: `/koordinator/henvendelser/${id}/`,
    done: noun?.done ?? 'steg',
    run: async (trx, { vault, staffId: by, now }) => {
      if (!noun) return { missing: true }
      const found = await referralFor(trx, vault, id, noun.act)
      if ('not' in found) return found.not
      await recordAct(trx, vault, { subject: { table: 'referrals', id }, name: noun.act, by, now })
      return undefined
    },
  }
})
