import { expect, test } from 'vitest'
import { dueThings } from '#casework/follow-up.ts'
import { noPreferences } from '#casework/preferences.ts'
import { loadKnown, loadOpen } from '#db/known.ts'
import { addMatch } from '#db/matches.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral } from '#db/referrals.ts'
import { addVolunteer } from '#db/volunteers.ts'
import { databases, now, openFresh } from './databases.ts'

test.each(databases)('On $name nothing is due that the open ones do not show', async (database) => {
  const { db, vault } = await openFresh(database)
  const by = 'kari'
  const kinds = await db.transaction().execute(async (trx) => {
    const person = { name: 'Per', phone: '+4755500231' }
    const content = { area: 'Åsen', preferences: noPreferences }
    const volunteer = async (names: readonly 'end'[]) => {
      const id = await addVolunteer(trx, vault, { content: { ...content, ...person }, by: 'public', now })
      for (const name of names)
        await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name, by, now })
      return id
    }
    const referral = async (...names: readonly ('accept' | 'decline' | 'end' | 'reopen')[]) => {
      const full = { ...content, relative: person, bestTime: [], urgent: false }
      const id = await addReferral(trx, vault, { source: 'relative', content: full, by: 'public', now })
      for (const name of names)
        await recordAct(trx, vault, { subject: { table: 'referrals', id }, name, by, now })
      return id
    }
    const matched = async (referralId: string) => {
      const id = await addMatch(trx, vault, { volunteerId: await volunteer([]), referralId, by, now })
      for (const name of ['start', 'end'] as const)
        await recordAct(trx, vault, { subject: { table: 'matches', id }, name, by, now })
    }
    await volunteer(['end'])
    await referral()
    await referral('decline')
    await referral('accept', 'end')
    await referral('accept', 'end', 'reopen')
    await matched(await referral('accept', 'end'))
    const premise = { now, certificate: 'required' } as const
    const all = await loadKnown(trx)
    const open = await loadOpen(trx)
    expect([all.volunteers.length, open.volunteers.length]).toEqual([2, 1])
    expect([all.referrals.length, open.referrals.length]).toEqual([5, 3])
    expect(dueThings(open, premise)).toEqual(dueThings(all, premise))
    return dueThings(open, premise).map(({ kind }) => kind)
  })
  expect(kinds).toEqual(expect.arrayContaining(['answer-referral', 'answer-volunteer', 'tell-home-care']))
})
