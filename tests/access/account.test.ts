import { describe, expect, test } from 'vitest'
import { admit } from '#access/account.ts'
import { listStaff } from '#db/staff.ts'
import { databases } from '../db/databases.ts'
import { add, kari, openPremises } from './premises.ts'

const accounts = {
  issuer: 'https://login.fjordvik.example',
  id: 'pusterom',
  secret: undefined,
  scope: 'openid',
  roleClaim: 'groups',
  roles: { Koordinator: 'coordinator', Vikar: 'deputy', Leser: 'reader' },
} as const

/** Whom the provider vouches for, with an address that nobody has seen to unless it says so. */
const vouched = (group: string, emailVerified = false, subject = group) => ({
  issuer: accounts.issuer,
  subject,
  name: 'Ola Fjordheim',
  email: kari.email,
  emailVerified,
  roleValues: [group],
})

describe.each(databases)('On $name', (database) => {
  test('an address that nobody has seen to makes no reader of the coordinator who has it', async () => {
    const premises = await openPremises(database)
    const { id } = await add(premises)
    const people = async () =>
      (await listStaff(premises.db, premises.vault)).map((each) => `${each.id} ${each.name} ${each.role}`)
    const before = await people()
    expect(before).toEqual([`${id} ${kari.name} coordinator`])
    for (const group of ['Leser', 'Vikar'])
      expect(await admit(premises, accounts, vouched(group), undefined)).toBe('other-account')
    expect(await people()).toEqual(before)
    expect(await admit(premises, accounts, vouched('Koordinator'), undefined)).toEqual({ staffId: id })
  })

  test('an address that the provider has seen to joins, with the role of the provider', async () => {
    const premises = await openPremises(database)
    const { id } = await add(premises)
    expect(await admit(premises, accounts, vouched('Vikar', true), undefined)).toEqual({ staffId: id })
    expect(await listStaff(premises.db, premises.vault)).toMatchObject([{ id, role: 'deputy' }])
  })
})
