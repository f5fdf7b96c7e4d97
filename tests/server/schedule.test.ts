import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { enqueueMail } from '#db/outbox.ts'
import { readEnvironment } from '#env.ts'
import { createLog } from '#server/log.ts'
import { answerSchedule } from '#server/schedule.ts'
import { databases, now, openFresh, type TestDatabase } from '../db/databases.ts'
import { openSmtp } from '../intake/smtp.ts'

const secret = 'a-secret-that-only-the-schedule-knows'

async function open(database: TestDatabase, variables: Record<string, string>) {
  const { db, vault } = await openFresh(database)
  const log = createLog({ to: new Writable({ write: (_chunk, _encoding, done) => done() }), messages: false })
  let current = now
  const runtime = { environment: readEnvironment(variables), db, vault, log, now: () => current }
  return {
    runtime,
    write: () =>
      db.transaction().execute((trx) =>
        enqueueMail(trx, vault, {
          to: 'ola@fjordvik.example',
          subject: 'Hei',
          text: 'Hei',
          kind: 'test',
          now,
        }),
      ),
    pass: (minutes: number) => {
      current = current.add({ minutes })
    },
    call: (said?: string) => {
      const headers = new Headers(said === undefined ? [] : [['authorization', `Bearer ${said}`]])
      const request = new Request('https://fjordvik.example/api/runde', { headers })
      return answerSchedule(request, runtime, async () => undefined)
    },
  }
}

describe.each(databases)('On $name a scheduled call', (database) => {
  test('finds nothing without the secret, or where there is none', async () => {
    const { call } = await open(database, { SCHEDULE_SECRET: secret })
    for (const said of [undefined, '', 'wrong', `${secret}x`]) expect((await call(said)).status).toBe(404)
    const without = await open(database, {})
    for (const said of [undefined, '', 'undefined', secret])
      expect((await without.call(said)).status).toBe(404)
  })

  test('sends what waits, once, and says that all is well', async () => {
    const { url, received } = await openSmtp()
    const { call, write } = await open(database, { SCHEDULE_SECRET: secret, SMTP_URL: url })
    await write()
    expect(received).toHaveLength(0)
    const answers = await Promise.all([call(secret), call(secret)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await answers[0]?.json()).toMatchObject({ status: 'ready', checks: { mail: 'ok', rounds: 'ok' } })
    expect(received.map((mail) => mail.to?.[0]?.address)).toEqual(['ola@fjordvik.example'])
  })

  test('says when mail is stuck', async () => {
    const { url } = await openSmtp({ onRcptTo: (_address, _session, done) => done(new Error('full')) })
    const { call, write, pass } = await open(database, { SCHEDULE_SECRET: secret, SMTP_URL: url })
    await write()
    await call(secret)
    pass(16)
    expect(await (await call(secret)).json()).toMatchObject({
      status: 'degraded',
      checks: { mail: expect.stringContaining('look at SMTP_URL') },
    })
  })
})
