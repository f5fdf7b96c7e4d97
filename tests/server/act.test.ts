import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { listAuditLines } from '#db/audit.ts'
import { addStaff } from '#db/staff.ts'
import { type Act, type Outcome, takeAct } from '#server/act.ts'
import { backWith, wayBack } from '#server/way-back.ts'
import { databases, now, openFresh, type TestDatabase } from '../db/databases.ts'

const on = { table: 'outbox', row: '8c7f1d6e' }

/** Somebody signed in, and an act that renames her: something to see whether it was done. */
async function openDesk(database: TestDatabase) {
  const { db, vault } = await openFresh(database)
  const { id } = await addStaff(db, vault, { name: 'Kari', email: 'k@f.example', role: 'coordinator', now })
  let woken = 0
  const runtime = {
    db,
    vault,
    now: () => now,
    log: pino({ level: 'silent' }),
    wakeDelivery: () => {
      woken += 1
    },
  }
  const staff = { staffId: id, name: 'Kari', role: 'coordinator', roleName: 'koordinator', sees: () => true }
  const locals = { runtime, staff } as unknown as App.Locals
  let runs = 0
  return {
    post: (fields: Record<string, string>, outcome?: Outcome | Error) => {
      const request = new Request('https://fjordvik.example/koordinator/post/8c7f1d6e/forsok/', {
        method: 'POST',
        body: new URLSearchParams(fields),
      })
      const act: Act = {
        name: 'retry-mail',
        on,
        back: '/koordinator/post/',
        done: 'ny-prøve',
        run: async (trx) => {
          runs += 1
          await trx.updateTable('staff').set({ role: 'deputy' }).execute()
          if (outcome instanceof Error) throw outcome
          return outcome
        },
      }
      return takeAct({ request, locals }, act)
    },
    runs: () => runs,
    woken: () => woken,
    role: async () => (await db.selectFrom('staff').select('role').executeTakeFirstOrThrow()).role,
    lines: () => listAuditLines(db, on),
    staffId: id,
  }
}

const locationOf = (answer: Awaited<ReturnType<typeof takeAct>>) =>
  answer instanceof Response ? answer.headers.get('location') : undefined

describe.each(databases)('an act, on $name', (database) => {
  test('is done once, noted in the log, and leads back to where she was with a word of it', async () => {
    const desk = await openDesk(database)
    expect(await desk.role()).toBe('coordinator')
    const answer = await desk.post({ _key: 'a', _til: '/koordinator/post/?side=2&gjort=slettet' })
    expect(answer).toMatchObject({ status: 303 })
    expect(locationOf(answer)).toBe('/koordinator/post/?side=2&gjort=ny-pr%C3%B8ve#gjort')
    expect(await desk.role()).toBe('deputy')
    expect(await desk.lines()).toMatchObject([{ actor: desk.staffId, act: 'retry-mail' }])
    expect(desk.woken()).toBe(1)
  })

  test('clicked twice is one act with the same answer, and from a new form another', async () => {
    const desk = await openDesk(database)
    const both = await Promise.all([desk.post({ _key: 'a' }), desk.post({ _key: 'a' })])
    expect(both.map(locationOf)).toEqual(Array(2).fill('/koordinator/post/?gjort=ny-pr%C3%B8ve#gjort'))
    expect(desk.runs()).toBe(1)
    expect(await desk.lines()).toHaveLength(1)
    await desk.post({ _key: 'b' })
    expect(desk.runs()).toBe(2)
  })

  const nothing: [string, Outcome | Error, object][] = [
    [
      'has a problem',
      { problems: [{ key: 'date', text: 'Skriv en dato' }] },
      { problems: [{ key: 'date' }] },
    ],
    ['is refused', { refused: 'endret' }, { status: 303 }],
    ['has no record', { missing: true }, { status: 404 }],
    ['fails', new RangeError('Kari Hemmelig'), { failure: expect.stringContaining('står her ennå') }],
  ]
  test.each(nothing)(
    'that %s leaves nothing behind, and may be tried again with the same form',
    async (_, outcome, expected) => {
      const desk = await openDesk(database)
      const answer = await desk.post({ _key: 'a', date: '<b>' }, outcome)
      expect(answer).toMatchObject(expected)
      if (!(answer instanceof Response)) expect(answer.fields.get('date')).toEqual(['<b>'])
      expect(await desk.role()).toBe('coordinator')
      expect(await desk.lines()).toEqual([])
      expect(await desk.post({ _key: 'a' })).toMatchObject({ status: 303 })
      expect(await desk.role()).toBe('deputy')
    },
  )

  test('that is refused says why where she was', async () => {
    const desk = await openDesk(database)
    expect(locationOf(await desk.post({}, { refused: 'endret' }))).toBe(
      '/koordinator/post/?ikke=endret#gjort',
    )
  })

  test('that makes something leads to it', async () => {
    const desk = await openDesk(database)
    const answer = await desk.post({}, { to: '/koordinator/frivillige/1/' })
    expect(locationOf(answer)).toBe('/koordinator/frivillige/1/?gjort=ny-pr%C3%B8ve#gjort')
  })
})

describe('the way back', () => {
  test.each([
    'https://evil.example/koordinator/',
    '//evil.example/koordinator/',
    '/koordinator/..//evil.example/',
    '\\\\evil.example/koordinator/',
    '/koordinator/%2e%2e/logg-ut/',
    'javascript:alert(1)',
    '/koordinatorer/',
    'http://[',
    '',
    undefined,
  ])('never follows %s', (sent) => {
    expect(wayBack(sent, '/koordinator/post/')).toBe('/koordinator/post/')
  })

  test('keeps where in a list she was, and says one thing at a time', () => {
    const way = wayBack('/koordinator/post/?side=2&ikke=feil', '/koordinator/')
    expect(backWith(way, 'gjort', 'slettet')).toBe('/koordinator/post/?side=2&gjort=slettet#gjort')
  })
})
