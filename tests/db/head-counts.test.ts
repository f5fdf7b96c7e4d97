import { describe, expect, test } from 'vitest'
import { addDueFeed, findDueFeed, opensDueFeed, revokeDueFeed } from '#db/due-feeds.ts'
import { listHeadCounts, noteHeadCount } from '#db/head-counts.ts'
import { openDatabase } from '#db/open.ts'
import { addStaff, removePerson } from '#db/staff.ts'
import { databases, now } from './databases.ts'

const cafe = { uid: 'cafes-kafe-2026-11-17@fjordvik', title: 'Kafé Etter-På', date: '2026-11-17' }
const november = { from: '2026-11-01', until: '2026-11-30' }

describe.each(databases)('On $name', (database) => {
  test('how many came to a café is one number, and the last that was noted', async () => {
    const { db, close } = await openDatabase(await database.options())
    expect(await listHeadCounts(db, november)).toEqual([])
    for (const heads of [9, 12]) await noteHeadCount(db, { ...cafe, heads, by: 'kari', now })
    await noteHeadCount(db, { ...cafe, uid: 'other', date: '2026-12-01', heads: 5, by: 'kari', now })
    expect(await listHeadCounts(db, november)).toEqual([{ ...cafe, heads: 12 }])
    await close()
  })

  test('the address of what is due opens until it is revoked, replaced, or its owner has left', async () => {
    const { db, vault, close } = await openDatabase(await database.options())
    const person = { name: 'Kari', email: 'kari@fjordvik.example', role: 'coordinator', now } as const
    const { id: staffId } = await addStaff(db, vault, person)
    const reader = await addStaff(db, vault, { ...person, email: 'r@fjordvik.example', role: 'reader' })
    expect(await findDueFeed(db, staffId)).toBeUndefined()
    await addDueFeed(db, { tokenHash: 'first', staffId, now })
    expect(await opensDueFeed(db, 'first')).toBe(true)
    expect(await findDueFeed(db, staffId)).toBe('2026-11-21T08:00:00.000Z')
    await addDueFeed(db, { tokenHash: 'second', staffId, now })
    await addDueFeed(db, { tokenHash: 'reads', staffId: reader.id, now })
    expect(await Promise.all(['first', 'second', 'reads', ''].map((hash) => opensDueFeed(db, hash)))).toEqual(
      [false, true, false, false],
    )
    await removePerson(db, staffId, now)
    expect(await opensDueFeed(db, 'second')).toBe(false)
    expect(await revokeDueFeed(db, staffId)).toBe(true)
    expect(await revokeDueFeed(db, staffId)).toBe(false)
    await close()
  })
})
