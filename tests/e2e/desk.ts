/** Somebody who works here, at the running site of a walk: in the same database, and signed in with a link. */
import { pino } from 'pino'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { newLink } from '#access/sign-in.ts'
import { addStaff } from '#db/staff.ts'
import { readEnvironment } from '#env.ts'
import { openRuntime, type Runtime } from '#server/runtime.ts'
import type { Walk } from './walk.ts'

export interface Desk {
  /** The deployment's own database and vault, beside the server: to put there what a test needs to find. */
  readonly runtime: Runtime
  readonly staffId: string
  /** A device where she is signed in and sees her first page. */
  readonly signIn: (options?: BrowserContextOptions) => Promise<Page>
  readonly close: () => Promise<void>
}

export async function openDesk(walk: Walk, name: string): Promise<Desk> {
  const runtime = await openRuntime(readEnvironment(walk.site.environment), pino({ level: 'silent' }))
  const { db, vault, now } = runtime
  const person = { name, email: 'koordinator@hamar.example', role: 'coordinator' as const, now: now() }
  const { id: staffId } = await addStaff(db, vault, person)
  return {
    runtime,
    staffId,
    signIn: async (options) => {
      const page = await walk.newDevice(options)
      await page.goto(await newLink(db, { staffId, origin: walk.site.origin, now: now() }))
      await page.getByRole('button', { name: 'Logg inn' }).click()
      await page.waitForURL('**/koordinator/')
      return page
    },
    close: runtime.close,
  }
}
