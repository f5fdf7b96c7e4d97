/** Somebody who works here, at the running site of a walk. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { startSession } from '#access/session.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import type { Walk } from './walk.ts'

export interface Desk {
  readonly staffId: string
  /** A device where she is signed in. */
  readonly signIn: (options?: BrowserContextOptions) => Promise<Page>
}

export async function openDesk(walk: Walk, name: string, role: Role = 'coordinator'): Promise<Desk> {
  const { db, vault, now } = walk.site.runtime
  const person = { name, email: `${role}@fjordvik.example`, role, now: now() }
  const { id: staffId } = await addStaff(db, vault, person)
  return { staffId, signIn: (options) => signInAt(walk, staffId, options) }
}

/** How she gets in by mail is the end of the volunteer's story; here she has been. */
export async function signInAt(
  { site, newDevice }: Walk,
  staffId: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const session = await startSession(site.runtime, new Request(site.origin), staffId)
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(session) ?? []
  const page = await newDevice(options)
  await page.context().addCookies([{ name, value, url: site.origin }])
  return page
}
