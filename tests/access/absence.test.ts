import { expect, test } from 'vitest'
import { readAbsence } from '#access/absence.ts'
import type { Role } from '#db/tables.ts'
import { now } from '../db/databases.ts'

const person = (id: string, role: Role) => ({ id, name: id, email: `${id}@fjordvik.example`, role })
const staff = [person('kari', 'coordinator'), person('ola', 'deputy'), person('eva', 'editor')]
const good = { hvem: 'kari', vikar: 'ola', fra: '2026-12-24', til: '2026-12-31' }
const read = (typed: Partial<typeof good>) =>
  readAbsence(new Map(Object.entries({ ...good, ...typed }).map(([key, text]) => [key, [text]])), staff, now)

test('an absence has days and a deputy', () => {
  expect(read({})).toEqual({ staffId: 'kari', deputyId: 'ola', from: '2026-12-24', until: '2026-12-31' })
  expect(read({ fra: '2028-02-29', til: '2028-02-29' })).toMatchObject({ from: '2028-02-29' })
  expect(read({ fra: '2026-11-01', til: '2026-11-21' })).toHaveProperty('until')
})

test.each([
  [{ hvem: '' }, 'hvem', 'Velg hvem som er borte'],
  [{ hvem: 'eva' }, 'hvem', 'Velg hvem som er borte'],
  [{ vikar: 'stranger' }, 'vikar', 'Velg hvem som er vikar'],
  [{ vikar: 'kari' }, 'vikar', 'Velg en annen enn den som er borte'],
  [{ fra: '' }, 'fra', 'Skriv den første dagen'],
  [{ fra: '2027-02-29', til: '2027-03-01' }, 'fra', 'Skriv den første dagen'],
  [{ til: '24.12.2026' }, 'til', 'Skriv den siste dagen'],
  [{ til: '2026-12-23' }, 'til', 'Den siste dagen må være etter den første'],
  [{ fra: '2026-11-01', til: '2026-11-20' }, 'til', 'Den siste dagen har vært. Velg en dag fra i dag av'],
  [{ til: '2062-12-31' }, 'til', 'Så lenge kan et fravær ikke vare. Se på årstallet'],
])('%o is asked for again, at its own field', (typed, key, text) => {
  expect(read(typed)).toEqual({ problems: [{ key, text }] })
})
