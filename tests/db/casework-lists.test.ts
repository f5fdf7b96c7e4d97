import { describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral, countReferrals, listReferrals } from '#db/referrals.ts'
import { addVolunteer, countVolunteers, listVolunteers } from '#db/volunteers.ts'
import { databases, now, openFresh } from './databases.ts'

const by = 'solveig'
const person = { area: 'Åsen', preferences: noPreferences }

describe.each(databases)('On $name', (database) => {
  test('volunteers are counted by state and found by the step that they miss', async () => {
    const { db, vault } = await openFresh(database)
    const [called, trained] = await db.transaction().execute(async (trx) => {
      const ids: string[] = []
      for (const name of ['Ni', 'Odd', 'Åse'])
        ids.push(await addVolunteer(trx, vault, { content: { ...person, name }, by: 'public', now }))
      const [, second = '', third = ''] = ids
      for (const id of [second, third])
        await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name: 'call', by, now })
      const subject = { table: 'volunteers', id: third } as const
      await recordAct(trx, vault, { subject, name: 'attend-course', by, now })
      return [second, third]
    })
    const certificate = 'required'
    expect([...(await countVolunteers(db, certificate))].sort()).toEqual([
      ['signed-up', 1],
      ['talked', 1],
      ['trained', 1],
    ])
    const missingCourse = await listVolunteers(db, vault, { certificate, missing: 'attend-course' })
    expect(missingCourse.total).toBe(2)
    expect(missingCourse.rows.map(({ id }) => id)).toContain(called)
    expect(missingCourse.rows.map(({ id }) => id)).not.toContain(trained)
  })

  test('referrals keep to a source, and what is urgent stands first', async () => {
    const { db, vault } = await openFresh(database)
    const ids = await db.transaction().execute(async (trx) => {
      const add = (source: 'home-care' | 'relative', hours: number) =>
        addReferral(trx, vault, {
          source,
          content: { ...person, bestTime: [], urgent: false },
          by: 'public',
          now: now.add({ hours }),
        })
      return [await add('relative', 0), await add('home-care', 1), await add('relative', 2)]
    })
    const [first, second, third] = ids
    expect(await countReferrals(db)).toEqual(new Map([['received', 3]]))
    const listed = async (wanted: Parameters<typeof listReferrals>[2]) =>
      (await listReferrals(db, vault, wanted)).rows.map(({ id }) => id)
    expect(await listed({ source: 'relative' })).toEqual([third, first])
    expect(await listed({ order: 'oldest' })).toEqual([first, second, third])
    const rank = ({ id }: { id: string }) => (id === second ? 0 : 1)
    expect(await listed({ order: 'oldest', rank })).toEqual([second, first, third])
    expect(await listed({ order: 'oldest', rank, limit: 1, offset: 1 })).toEqual([first])
  })
})
