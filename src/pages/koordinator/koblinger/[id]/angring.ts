import { lastDone, matchState } from '#casework/match.ts'
import { closedReferralStates, referralState } from '#casework/referral.ts'
import { closedVolunteerStates, volunteerState } from '#casework/volunteer.ts'
import { withSides } from '#db/match-sides.ts'
import { listMatchFacts } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { tellMeeting } from '#intake/casework/meeting-mail.ts'
import { actRoute } from '#server/act.ts'
import { getMunicipality } from '../../../../content.ts'
import { pathOf } from './_match.ts'

export const prerender = false

/** Takes back what was done last, when both are still there for it. */
export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'undo',
  on: { table: 'matches', row: id },
  back: pathOf(id),
  done: 'angret',
  run: async (trx, { staffId: by, vault, fields, now }) => {
    const municipality = await getMunicipality()
    const [match] = await withSides(trx, vault, await listMatchFacts(trx, { id }))
    if (!match) return { missing: true }
    const acts = lastDone(match.acts)
    const isClosed =
      closedReferralStates.includes(referralState(match.referral)) ||
      closedVolunteerStates.includes(volunteerState({ ...match.volunteer, certificate: 'not-required' }))
    // The page names what it meant to undo; meanwhile somebody may have done something else.
    if (isClosed || String(acts[0]?.number) !== fields.get('nummer')?.[0]) return { refused: 'endret' }
    for (const { number } of acts) {
      const subject = { table: 'matches', id } as const
      await recordAct(trx, vault, { subject, name: 'undo', detail: String(number), by, now })
    }
    const before = matchState(match.acts)
    if (acts[0]?.name === 'agree-meeting')
      await tellMeeting(trx, vault, { id, by, before, municipality, now })
    return undefined
  },
}))
