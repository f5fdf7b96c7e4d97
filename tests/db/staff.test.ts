import { describe, expect, test } from 'vitest'
import { addStaff, countCoordinators, findStaffId, listStaff, removeStaff } from '#db/staff.ts'
import { databases, now, openFresh } from './databases.ts'

const kari = {
  name: ' Åse-Marié Ø’Næss ',
  email: ' Ase.Marie@Fjordvik.example',
  role: 'coordinator',
  now,
} as const

describe.each(databases)('On $name', (database) => {
  test('a person is found however the address is typed', async () => {
    const { db, vault } = await openFresh(database)
    const { id } = await addStaff(db, vault, { ...kari, email: 'Åse@fjordvik.example' })
    for (const typed of ['åse@fjordvik.example', ' ÅSE@FJORDVIK.EXAMPLE ', 'A\u030Ase@fjordvik.example'])
      expect(await findStaffId(db, vault, typed)).toBe(id)
    expect(await findStaffId(db, vault, 'ase@fjordvik.example')).toBeUndefined()
  })

  test('an address has one person, also when two add it at once', async () => {
    const { db, vault } = await openFresh(database)
    const attempts = await Promise.allSettled([addStaff(db, vault, kari), addStaff(db, vault, kari)])
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listStaff(db, vault)).toMatchObject([
      { name: 'Åse-Marié Ø’Næss', email: 'ase.marie@fjordvik.example', role: 'coordinator' },
    ])
    expect(await db.selectFrom('record_keys').selectAll().execute()).toHaveLength(1)
  })

  test('whoever is removed is neither listed, found nor counted', async () => {
    const { db, vault } = await openFresh(database)
    await addStaff(db, vault, kari)
    await addStaff(db, vault, { ...kari, email: 'ola@fjordvik.example', role: 'editor' })
    expect(await countCoordinators(db)).toBe(1)
    expect(await removeStaff(db, vault, kari.email, now)).toBe(true)
    expect(await removeStaff(db, vault, kari.email, now)).toBe(false)
    expect(await countCoordinators(db)).toBe(0)
    expect(await findStaffId(db, vault, kari.email)).toBeUndefined()
    expect(await listStaff(db, vault)).toMatchObject([{ role: 'editor' }])
  })
})
