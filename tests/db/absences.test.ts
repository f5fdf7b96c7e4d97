import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addAbsence, listAbsences, whoActs, withdrawAbsence } from '#db/absences.ts'
import { addStaff, removeStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { databases, now, openFresh, type TestDatabase } from './databases.ts'

/** Kari coordinates, Ola and Siri stand in. */
async function office(database: TestDatabase) {
  const { db, vault } = await openFresh(database)
  let minutes = 0
  const add = (name: string, role: Role) =>
    addStaff(db, vault, {
      name,
      email: `${name}@fjordvik.example`,
      role,
      now: now.add({ minutes: minutes++ }),
    })
  const [kari, ola, siri] = [
    await add('Kari', 'coordinator'),
    await add('Ola', 'deputy'),
    await add('Siri', 'deputy'),
  ]
  const names = new Map([kari, ola, siri].map(({ id, name }) => [id, name]))
  const at = (instant: string) => Temporal.Instant.from(instant)
  return {
    db,
    vault,
    kari,
    ola,
    siri,
    add,
    away: async (who: { id: string }, deputy: { id: string }, from: string, until = from) => {
      const id = randomUUID()
      await addAbsence(db, { id, staffId: who.id, deputyId: deputy.id, from, until, by: who.id, now })
      return id
    },
    acting: async (instant: string) =>
      (await whoActs(db, at(instant))).map((id) => names.get(id) ?? 'somebody new'),
  }
}

describe.each(databases)('On $name', (database) => {
  test('the coordinator acts when she is here, and her deputy from midnight to midnight in Oslo when not', async () => {
    const { away, acting, kari, ola } = await office(database)
    await away(kari, ola, '2026-12-24', '2026-12-31')
    expect(await acting('2026-12-23T22:59:59Z')).toEqual(['Kari'])
    expect(await acting('2026-12-23T23:00:00Z')).toEqual(['Ola'])
    expect(await acting('2026-12-31T22:59:59Z')).toEqual(['Ola'])
    expect(await acting('2026-12-31T23:00:00Z')).toEqual(['Kari'])
  })

  test('the days follow the clock changes', async () => {
    const { away, acting, kari, ola } = await office(database)
    await away(kari, ola, '2027-03-28')
    expect(await acting('2027-03-27T23:00:00Z')).toEqual(['Ola'])
    expect(await acting('2027-03-28T21:59:59Z')).toEqual(['Ola'])
    expect(await acting('2027-03-28T22:00:00Z')).toEqual(['Kari'])
  })

  test('a deputy who is away herself has named another', async () => {
    const { away, acting, kari, ola, siri } = await office(database)
    await away(kari, ola, '2026-12-24')
    await away(ola, siri, '2026-12-24')
    expect(await acting('2026-12-24T12:00:00Z')).toEqual(['Siri'])
  })

  test('somebody always acts: in a circle of deputies, with a deputy who left, with everybody away', async () => {
    const { db, vault, away, acting, kari, ola, siri } = await office(database)
    await away(kari, ola, '2026-12-24')
    await away(ola, kari, '2026-12-24')
    expect(await acting('2026-12-24T12:00:00Z')).toEqual(['Siri'])
    await away(siri, ola, '2026-12-24')
    expect(await acting('2026-12-24T12:00:00Z')).toEqual(['Kari', 'Ola', 'Siri'])

    await away(kari, ola, '2027-01-04')
    await removeStaff(db, vault, ola.email, now)
    expect(await acting('2027-01-04T12:00:00Z')).toEqual(['Siri'])
  })

  test('with two coordinators the one who is here acts beside the deputy of the other', async () => {
    const { away, acting, add, kari, ola } = await office(database)
    await add('Nils', 'coordinator')
    expect(await acting('2026-12-24T12:00:00Z')).toEqual(['Kari', 'somebody new'])
    await away(kari, ola, '2026-12-24')
    expect(await acting('2026-12-24T12:00:00Z')).toEqual(['Ola', 'somebody new'])
  })

  test('a withdrawn absence counts no more, and only those to come are listed', async () => {
    const { db, away, acting, kari, ola } = await office(database)
    await away(kari, ola, '2026-11-01', '2026-11-20')
    const id = await away(kari, ola, '2026-11-21')
    expect((await listAbsences(db, now)).map((each) => each.id)).toEqual([id])
    expect(await withdrawAbsence(db, id, { by: ola.id, now })).toBe(true)
    expect(await withdrawAbsence(db, id, { by: ola.id, now })).toBe(false)
    expect(await acting('2026-11-21T12:00:00Z')).toEqual(['Kari'])
    expect(await listAbsences(db, now)).toEqual([])
  })

  test('an editor or a reader never acts', async () => {
    const { db, vault } = await openFresh(database)
    for (const role of ['editor', 'reader'] as const)
      await addStaff(db, vault, { name: role, email: `${role}@fjordvik.example`, role, now })
    expect(await whoActs(db, now)).toEqual([])
  })
})
