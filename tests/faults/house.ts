/** All of Fjordvik at work in this process, with its mail, its log, and somebody signed in. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { startSession } from '#access/session.ts'
import { countMail } from '#db/outbox.ts'
import { addStaff } from '#db/staff.ts'
import { readEnvironment } from '#env.ts'
import { keyField } from '#forms/view.ts'
import { newFormKey } from '#intake/form-key.ts'
import { createLog } from '#server/log.ts'
import { serve } from '#server/serve.ts'
import { openSmtp } from '../intake/smtp.ts'
import { buildFolder, fixedNow } from '../sites.ts'

/** @param disk one of its own, so small that it can be filled */
export async function openHouse(disk?: { readonly megabytes: number }) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'pusterom-house-'))
  const size = `size=${disk?.megabytes}m,mode=700`
  if (disk) execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', dataFolder])
  const mails: Buffer[] = []
  const smtp = await openSmtp({
    async onData(stream, _session, done) {
      mails.push(await buffer(stream))
      done()
    },
  })
  const environment = readEnvironment({
    MUNICIPALITY: 'fjordvik',
    PORT: '0',
    PUSTEROM_DATA: dataFolder,
    PUSTEROM_NOW: fixedNow,
    SMTP_URL: smtp.url,
  })
  const lines: string[] = []
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  // As in operation: an error's message is left out.
  const log = createLog({ to, messages: false })
  const { port, runtime, stop } = await serve(environment, buildFolder('fjordvik'), log)
  onTestFinished(async () => {
    await stop()
    if (disk) execFileSync('umount', [dataFolder])
    await rm(dataFolder, { recursive: true, force: true })
  })
  const { db, vault, now } = runtime
  const person = { name: 'Ragnhild Strand', email: 'ragnhild@fjordvik.example' }
  const { id } = await addStaff(db, vault, { ...person, role: 'coordinator', now: now() })
  const origin = `http://127.0.0.1:${port}`
  const session = await startSession(runtime, new Request(origin), id)
  const cookie = session.split(';')[0] ?? ''
  const newKey = () => newFormKey({ vault, now })

  async function ask(path: string, init: RequestInit = {}) {
    const answer = await fetch(origin + path, { redirect: 'manual', ...init })
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  return {
    ...runtime,
    dataFolder,
    mails,
    lines,
    newKey,
    ask,
    /** As somebody from outside, with a form that was just made unless it is said otherwise. */
    post: (path: string, typed: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams({ [keyField]: newKey(), ...typed }), headers }),
    /** As the coordinator. */
    look: (path: string) => ask(path, { headers: { cookie } }),
    /** Waits until every mail is sent. */
    async mailSent() {
      while ((await countMail(db, now())).waiting > 0) await wait(20)
    },
  }
}
