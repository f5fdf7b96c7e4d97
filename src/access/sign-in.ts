/** Signing in with a link by e-mail. An address that nobody here has gets the same answer, after the same time. */
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { networkOf } from '#db/network.ts'
import type { Database } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { addLink, isLinkUsable, takeLink } from '#db/sign-in-links.ts'
import { findStaffId, normalEmail } from '#db/staff.ts'
import { countAttempt } from '#db/throttles.ts'
import { type Premises, startSession } from './session.ts'
import { hashToken, newToken } from './token.ts'

const linkLives = { minutes: 15 }

/** As long as a link lives: whoever asks for links in another's name leaves her one that works. */
const perEmail = { attempts: 5, within: Temporal.Duration.from(linkLives) }
/** A town hall or a library is one network. */
const perNetwork = { attempts: 20, within: Temporal.Duration.from({ hours: 1 }) }

/** Longer than finding a person and writing a mail takes, so that the time tells nothing. */
const answerAfter = 400

/**
 * Sends a link to the address if somebody here has it.
 *
 * @param wish `origin` is where the link leads, `address` the network address that asks
 * @returns `sent` whether somebody has the address or not; `throttled` after too many wishes for it or from there
 */
export async function requestLink(
  premises: Premises,
  wish: { email: string; address: string; origin: string },
): Promise<'sent' | 'throttled'> {
  const [answer] = await Promise.all([considerLink(premises, wish), wait(answerAfter)])
  return answer
}

async function considerLink(
  premises: Premises,
  { email, address, origin }: Parameters<typeof requestLink>[1],
): Promise<'sent' | 'throttled'> {
  const { db, vault } = premises
  const now = premises.now()
  const tooMany = async (purpose: string, text: string, { attempts, within }: typeof perEmail) =>
    (await countAttempt(db, { fingerprint: vault.fingerprint(purpose, text), within, now })) > attempts
  if (await tooMany('sign-in address', networkOf(address), perNetwork)) return 'throttled'
  if (await tooMany('sign-in email', normalEmail(email), perEmail)) return 'throttled'

  const staffId = await findStaffId(db, vault, email)
  if (!staffId) return 'sent'
  await db.transaction().execute(async (trx) => {
    await enqueueMail(trx, vault, {
      to: normalEmail(email),
      subject: 'Lenke til innlogging i Pusterom',
      text: linkText(await newLink(trx, { staffId, origin, now })),
      kind: 'sign-in link',
      now,
    })
  })
  premises.wakeDelivery?.()
  return 'sent'
}

/** A link that signs one person in, once. */
export async function newLink(
  db: Database,
  { staffId, origin, now }: { staffId: string; origin: string; now: Temporal.Instant },
): Promise<string> {
  const token = newToken()
  await addLink(db, { tokenHash: hashToken(token), staffId, now, expiresAt: now.add(linkLives) })
  return `${origin}/logg-inn/bekreft/?lenke=${token}`
}

const linkText = (link: string) => `Hei!

Her er lenken din til Pusterom:

${link}

Åpne lenken og trykk på knappen «Logg inn».
Lenken virker i ${linkLives.minutes} minutter, og bare én gang.

Har du ikke bedt om å logge inn? Da trenger du ikke å gjøre noe.
`

/** Whether the link in a mail still works. Mail scanners open links, so looking uses nothing up. */
export const linkWorks = (premises: Premises, token: string): Promise<boolean> =>
  isLinkUsable(premises.db, hashToken(token), premises.now())

/**
 * Signs in with a link, once.
 *
 * @returns the value of a Set-Cookie header, or nothing when the link is used, too old or not ours
 */
export async function signInWithLink(
  premises: Premises,
  request: Request,
  token: string,
): Promise<string | undefined> {
  return premises.db.transaction().execute(async (trx) => {
    const taken = await takeLink(trx, hashToken(token), premises.now())
    return taken && startSession({ ...premises, db: trx }, request, taken.staffId)
  })
}
