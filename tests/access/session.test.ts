import { describe, expect, test } from 'vitest'
import { endOwnSessions, endSession, listOwnSessions, signedIn, startSession } from '#access/session.ts'
import { databases } from '../db/databases.ts'
import { add, openPremises, requestWith, type TestPremises } from './premises.ts'

async function start(premises: TestPremises) {
  const { id } = await add(premises)
  return startSession(premises, requestWith(), id)
}

describe.each(databases)('On $name', (database) => {
  test('a session ends after an hour in which nobody was seen', async () => {
    const premises = await openPremises(database)
    const cookie = await start(premises)
    premises.pass({ minutes: 59 })
    expect(await signedIn(premises, requestWith(cookie))).toBeDefined()
    premises.pass({ minutes: 59 })
    expect(await signedIn(premises, requestWith(cookie))).toBeDefined()
    premises.pass({ minutes: 60 })
    expect(await signedIn(premises, requestWith(cookie))).toBeUndefined()
  })

  test('a session ends after twelve hours, however busy', async () => {
    const premises = await openPremises(database)
    const cookie = await start(premises)
    for (let half = 1; half < 24; half++) {
      premises.pass({ minutes: 30 })
      expect(await signedIn(premises, requestWith(cookie)), `after ${half / 2} hours`).toBeDefined()
    }
    premises.pass({ minutes: 30 })
    expect(await signedIn(premises, requestWith(cookie))).toBeUndefined()
  })

  test('one that began with an account is short: half an hour unseen, four hours in all', async () => {
    const premises = await openPremises(database)
    const { id } = await add(premises)
    const enter = () => startSession(premises, requestWith(), id, 'account')
    const idle = await enter()
    expect(idle).toContain('Max-Age=14400')
    premises.pass({ minutes: 29 })
    expect(await signedIn(premises, requestWith(idle))).toMatchObject({ way: 'account' })
    premises.pass({ minutes: 30 })
    expect(await signedIn(premises, requestWith(idle))).toBeUndefined()
    const busy = await enter()
    for (let quarter = 1; quarter < 16; quarter++) {
      premises.pass({ minutes: 15 })
      expect(await signedIn(premises, requestWith(busy)), `after ${quarter * 15} minutes`).toBeDefined()
    }
    premises.pass({ minutes: 15 })
    expect(await signedIn(premises, requestWith(busy))).toBeUndefined()
  })

  test('one’s own sessions are listed while they live, and ended one by one or all at once', async () => {
    const premises = await openPremises(database)
    const { id } = await add(premises)
    const ola = await add(premises, { name: 'Ola', email: 'ola@fjordvik.example' })
    const first = await startSession(premises, requestWith(), id)
    premises.pass({ minutes: 40 })
    const second = await startSession(premises, requestWith(), id)
    const other = await startSession(premises, requestWith(), ola.id)
    const list = () => listOwnSessions(premises, requestWith(second), id)
    const [newest, oldest] = await list()
    expect(newest).toMatchObject({ current: true, startedAt: '2026-11-21T08:40:00.000Z' })
    expect(oldest).toMatchObject({ current: false, seenAt: '2026-11-21T08:00:00.000Z' })

    await endOwnSessions(premises, ola.id, oldest?.id)
    expect(await list()).toHaveLength(2)
    await endOwnSessions(premises, id, oldest?.id)
    expect(await signedIn(premises, requestWith(first))).toBeUndefined()
    await endOwnSessions(premises, id)
    expect(await signedIn(premises, requestWith(second))).toBeUndefined()
    expect(await signedIn(premises, requestWith(other))).toBeDefined()
    premises.pass({ hours: 1 })
    expect(await listOwnSessions(premises, requestWith(other), ola.id)).toEqual([])
  })

  test('a session is dead after log-out, here and in the browser', async () => {
    const premises = await openPremises(database)
    const cookie = await start(premises)
    expect(await signedIn(premises, requestWith(cookie))).toBeDefined()
    expect(await endSession(premises, requestWith(cookie))).toMatch(/^pusterom=; .*Max-Age=0/)
    expect(await signedIn(premises, requestWith(cookie))).toBeUndefined()
  })

  test('signing in gives a new id and ends the session that the browser had', async () => {
    const premises = await openPremises(database)
    const { id } = await add(premises)
    const first = await startSession(premises, requestWith(), id)
    const second = await startSession(premises, requestWith(first), id)
    expect(second).not.toBe(first)
    expect(await signedIn(premises, requestWith(first))).toBeUndefined()
    expect(await signedIn(premises, requestWith(second))).toBeDefined()
  })

  test('a session follows the role of the moment', async () => {
    const premises = await openPremises(database)
    const cookie = await start(premises)
    await premises.db.updateTable('staff').set({ role: 'editor' }).execute()
    expect(await signedIn(premises, requestWith(cookie))).toMatchObject({
      role: 'editor',
      roleName: 'redaktør',
    })
  })

  test('an ended session leaves no row when the next one starts', async () => {
    const premises = await openPremises(database)
    const { id } = await add(premises)
    await startSession(premises, requestWith(), id)
    premises.pass({ hours: 1 })
    await startSession(premises, requestWith(), id)
    expect(await premises.db.selectFrom('sessions').selectAll().execute()).toHaveLength(1)
  })

  test('the cookie is out of reach of scripts and other sites, and bound to the host over https', async () => {
    const local = await openPremises(database)
    expect(await start(local)).toMatch(/^pusterom=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    const secure = await openPremises(database, 'https://fjordvik.example')
    const cookie = await start(secure)
    expect(cookie).toMatch(
      /^__Host-pusterom=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(await signedIn(secure, requestWith(cookie))).toBeDefined()
    // The same id under the name that any host of the domain could set is not believed.
    expect(await signedIn(secure, requestWith(cookie.replace('__Host-', '')))).toBeUndefined()
  })

  test('a request without a cookie, or with a made-up one, is nobody', async () => {
    const premises = await openPremises(database)
    await start(premises)
    for (const cookie of ['', 'pusterom=', 'pusterom=x', `pusterom=${'A'.repeat(43)}`])
      expect(await signedIn(premises, requestWith(cookie))).toBeUndefined()
  })
})
