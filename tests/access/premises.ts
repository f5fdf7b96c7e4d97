/** A deployment to sign in to, with a clock that tests move. */
import type { Temporal } from 'temporal-polyfill'
import { requestLink } from '#access/sign-in.ts'
import { leaseMail, type Mail, readMail } from '#db/outbox.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { now, openFresh, type TestDatabase } from '../db/databases.ts'

export const kari = { name: 'Kari Fjordheim', email: 'kari@fjordvik.example' }

export async function openPremises(database: TestDatabase, publicUrl?: string) {
  const { db, vault } = await openFresh(database)
  let current = now
  return {
    db,
    vault,
    now: () => current,
    pass: (time: Temporal.DurationLike) => {
      current = current.add(time)
    },
    environment: { publicUrl: publicUrl ? new URL(publicUrl) : undefined },
  }
}
export type TestPremises = Awaited<ReturnType<typeof openPremises>>

export const add = ({ db, vault, now }: TestPremises, person = kari, role: Role = 'coordinator') =>
  addStaff(db, vault, { ...person, role, now: now() })

export const ask = (premises: TestPremises, email = kari.email, address = '192.0.2.1') =>
  requestLink(premises, { email, address, origin: 'https://fjordvik.example' })

/** Every mail that waits, each of them once. */
export async function takeMail({ db, vault, now }: TestPremises): Promise<Mail[]> {
  const mails: Mail[] = []
  for (;;) {
    const leased = await leaseMail(db, now(), now().add({ hours: 24 }))
    if (!leased) return mails
    mails.push(await readMail(db, vault, leased))
  }
}

export async function takeToken(premises: TestPremises): Promise<string> {
  const [mail] = await takeMail(premises)
  const token = mail?.text.match(/\?lenke=([\w-]{43})$/m)?.[1]
  if (!token) throw new Error(`expected a mail with a link, got ${mail?.text}`)
  return token
}

/** A request of the browser that was given a cookie. */
export const requestWith = (setCookie = '') =>
  new Request('https://fjordvik.example/koordinator/', {
    headers: setCookie ? { cookie: `other=1; ${setCookie.split(';')[0]}` } : {},
  })
