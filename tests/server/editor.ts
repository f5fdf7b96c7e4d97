/** Somebody with a session at the desk of a running server: what the CMS does, over the same wire. */
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { startSession } from '#access/session.ts'
import { addStaff } from '#db/staff.ts'
import { readEnvironment } from '#env.ts'
import { openRuntime } from '#server/runtime.ts'
import { asking, kari } from '../editing/asking.ts'

/** Of what /admin/api/publisering says. */
interface Change {
  readonly commit: string
  readonly savedAt: string
  readonly author: string
  readonly state: string
  readonly says: string
  readonly texts: readonly { title: string; href?: string; edit?: string }[]
  readonly stops: readonly { title: string; message: string }[]
}

/** @param env of the server, which shares its data folder with this process */
export async function signInEditor(env: NodeJS.ProcessEnv, origin: () => string) {
  const runtime = await openRuntime(readEnvironment(env), pino({ level: 'silent' }))
  const { db, vault, now, close } = runtime
  const staff = { name: kari.name, email: 'kari@fjordvik.example', role: 'editor', now: now() } as const
  const { id } = await addStaff(db, vault, staff)
  const cookie = (await startSession(runtime, new Request(origin()), id)).split(';')[0] ?? ''
  await close()

  const call = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(origin() + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie, origin: origin(), ...init.headers },
    })
  const look = async () =>
    (await (await call('/admin/api/publisering')).json()) as { changes: Change[]; held: object[] }
  const changes = async () => (await look()).changes
  return {
    ...asking({
      answer: async (_who, body) => {
        const headers = { 'content-type': 'application/json' }
        const answer = await call('/admin/api/v1', { method: 'POST', headers, body: JSON.stringify(body) })
        return { status: answer.status, body: await answer.json() }
      },
    }),
    call,
    changes,
    held: async () => (await look()).held,
    /** Waits until the newest save is so. @returns it */
    async until(state: string, patience = 300_000): Promise<Change> {
      for (const start = performance.now(); ; await wait(100)) {
        const [newest] = await changes()
        if (newest?.state === state) return newest
        if (performance.now() - start > patience)
          throw new Error(`expected the newest save to be ${state}, got ${JSON.stringify(newest)}`)
      }
    },
  }
}
