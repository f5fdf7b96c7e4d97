import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { decide, isStaffPath, roles } from '#access/permission.ts'
import { startSession } from '#access/session.ts'
import { listAuditLines } from '#db/audit.ts'
import { bodyLimit } from '#server/body.ts'
import { bodyLimitOf } from '#server/body-limit.ts'
import { editPath, refuseEdit, takeEdit } from '#server/edit.ts'
import type { Runtime } from '#server/runtime.ts'
import { add, openPremises } from '../access/premises.ts'
import { databases } from '../db/databases.ts'
import { openDesk, page } from './desk.ts'

async function openServer() {
  const premises = await openPremises(databases[0] as (typeof databases)[0])
  const { editing } = await openDesk()
  const { id: staffId } = await add(premises, undefined, 'editor')
  const runtime = { ...premises, editing } as unknown as Runtime
  const staff = { staffId, name: 'Kari Fjordheim' } as NonNullable<App.Locals['staff']>
  const post = (body: string, type = 'application/json; charset=utf-8') =>
    takeEdit(
      new Request(`https://fjordvik.example${editPath}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      }),
      { runtime, staff },
    )
  return { premises, runtime, staffId, post }
}

test('the CMS is for coordinators and editors, and is found where staff is', () => {
  const may = roles.filter((role) => decide(editPath, role, 'POST') === 'open')
  expect(may).toEqual(['coordinator', 'editor'])
  expect(decide(editPath, undefined, 'POST')).toBe('sign-in')
  expect(decide('/%61dmin/api/v1/', 'reader', 'POST')).toBe('hidden')
  expect(isStaffPath(editPath)).toBe(true)
})

test('whoever is signed out gets words that the CMS can show, and people get a page', async () => {
  const refused = refuseEdit(editPath, 'sign-in')
  expect(refused?.status).toBe(401)
  expect(await refused?.json()).toEqual({ error: expect.stringContaining('Logg inn') })
  expect(refuseEdit('/admin/', 'sign-in')).toBeUndefined()
})

test('a request gets the answer of the protocol, and a trick stands in the audit log', async () => {
  const { post, premises, staffId } = await openServer()
  const ask = (path: string) => post(JSON.stringify({ action: 'getEntry', params: { branch: 'main', path } }))
  const found = await ask(page)
  expect(found.status).toBe(200)
  expect(await found.json()).toMatchObject({ file: { path: page } })
  const row = { table: 'pages', row: '/admin/api/v1/getEntry' }
  expect(await listAuditLines(premises.db, row)).toEqual([])

  expect((await ask('content/../../etc/passwd')).status).toBe(403)
  expect(await listAuditLines(premises.db, row)).toMatchObject([{ actor: staffId, act: 'refuse' }])
})

test('what is not JSON is refused', async () => {
  const { post } = await openServer()
  expect((await post('action=info', 'application/x-www-form-urlencoded')).status).toBe(415)
  expect((await post('{', 'application/json')).status).toBe(400)
  expect((await post('null')).status).toBe(422)
})

test('only a session that may edit brings more than a letter', async () => {
  const { runtime, premises, staffId } = await openServer()
  const cookie = (await startSession(premises, new Request('https://fjordvik.example/'), staffId)).split(
    ';',
  )[0]
  const message = (headers: Record<string, string>) => {
    const headersDistinct = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    )
    return Object.assign(new EventEmitter(), { method: 'POST', headers, headersDistinct })
  }
  const limit = async (path: string, headers: Record<string, string>, sent = message(headers)) => {
    const url = `https://fjordvik.example${path}`
    return bodyLimitOf(runtime, sent as unknown as IncomingMessage, url)
  }
  const own = { cookie: cookie ?? '', 'sec-fetch-site': 'same-origin' }
  expect(await limit(editPath, own)).toBeGreaterThan(20_000_000)
  expect(await limit(editPath, {})).toBe(bodyLimit)
  expect(await limit(editPath, { ...own, 'sec-fetch-site': 'cross-site' })).toBe(bodyLimit)
  expect(await limit('/bli-frivillig/', own)).toBe(bodyLimit)

  // Each is held in memory: a session that was stolen sends no hundred at once.
  const first = message(own)
  await limit(editPath, own, first)
  for (const _ of [1, 2]) expect(await limit(editPath, own)).toBeGreaterThan(20_000_000)
  expect(await limit(editPath, own)).toBe(bodyLimit)
  first.emit('close')
  expect(await limit(editPath, own)).toBeGreaterThan(20_000_000)
})
