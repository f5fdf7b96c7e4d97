import { describe, expect, test } from 'vitest'
import { signedIn } from '#access/session.ts'
import { linkWorks, signInWithLink } from '#access/sign-in.ts'
import { removeStaff } from '#db/staff.ts'
import { databases } from '../db/databases.ts'
import { add, ask, kari, openPremises, requestWith, takeMail, takeToken } from './premises.ts'

describe.each(databases)('On $name', (database) => {
  test('a link leads from the mail to a session, and says nothing personal on the way', async () => {
    const premises = await openPremises(database)
    await add(premises)
    expect(await ask(premises, ' KARI@Fjordvik.example')).toBe('sent')
    const [mail, ...rest] = await takeMail(premises)
    expect(rest).toEqual([])
    expect(mail?.to).toBe(kari.email)
    expect(mail?.subject).toBe('Lenke til innlogging i Pusterom')
    expect(mail?.text).toMatch(/^https:\/\/fjordvik\.example\/logg-inn\/bekreft\/\?lenke=[\w-]{43}$/m)
    expect(mail?.text).not.toContain('Kari')

    const token = mail?.text.match(/lenke=(\S+)/)?.[1] ?? ''
    const cookie = await signInWithLink(premises, requestWith(), token)
    expect(await signedIn(premises, requestWith(cookie))).toMatchObject({
      name: kari.name,
      role: 'coordinator',
    })
  })

  test('an unknown address gets the same answer, not sooner, and no mail', async () => {
    const premises = await openPremises(database)
    await add(premises)
    const timed = async (email: string) => {
      const started = performance.now()
      const answer = await ask(premises, email)
      return { answer, milliseconds: performance.now() - started }
    }
    const known = await timed(kari.email)
    expect(await takeMail(premises)).toHaveLength(1)
    const unknown = await timed('ukjent@fjordvik.example')
    expect(await takeMail(premises)).toEqual([])
    expect(unknown.answer).toBe(known.answer)
    // Both wait for the same moment, which is later than the work takes.
    for (const { milliseconds } of [known, unknown]) expect(milliseconds).toBeGreaterThan(395)
  })

  test('looking at a link uses nothing up; signing in with it does', async () => {
    const premises = await openPremises(database)
    await add(premises)
    await ask(premises)
    const token = await takeToken(premises)
    for (let look = 0; look < 3; look++) expect(await linkWorks(premises, token)).toBe(true)
    expect(await signInWithLink(premises, requestWith(), token)).toBeDefined()
    expect(await linkWorks(premises, token)).toBe(false)
    expect(await signInWithLink(premises, requestWith(), token)).toBeUndefined()
  })

  test('of ten who use a link at the same moment, one gets in', async () => {
    const premises = await openPremises(database)
    await add(premises)
    await ask(premises)
    const token = await takeToken(premises)
    const cookies = await Promise.all(
      Array.from({ length: 10 }, () => signInWithLink(premises, requestWith(), token)),
    )
    expect(cookies.filter(Boolean)).toHaveLength(1)
    expect(await premises.db.selectFrom('sessions').selectAll().execute()).toHaveLength(1)
  })

  test('a link works for 15 minutes', async () => {
    const premises = await openPremises(database)
    await add(premises)
    await ask(premises)
    const token = await takeToken(premises)
    premises.pass({ minutes: 14, seconds: 59 })
    expect(await linkWorks(premises, token)).toBe(true)
    premises.pass({ seconds: 1 })
    expect(await linkWorks(premises, token)).toBe(false)
    expect(await signInWithLink(premises, requestWith(), token)).toBeUndefined()
  })

  test('a made-up link leads nowhere', async () => {
    const premises = await openPremises(database)
    await add(premises)
    await ask(premises)
    for (const token of ['', 'x', 'A'.repeat(43), "' or 1=1 --"])
      expect(await signInWithLink(premises, requestWith(), token)).toBeUndefined()
  })

  test('the database holds no link, no address and no name as text', async () => {
    const premises = await openPremises(database)
    await add(premises)
    await ask(premises)
    const token = await takeToken(premises)
    const cookie = await signInWithLink(premises, requestWith(), token)
    const tables = ['staff', 'sign_in_links', 'sessions', 'throttles', 'outbox', 'record_keys'] as const
    const everything = await Promise.all(
      tables.map((table) => premises.db.selectFrom(table).selectAll().execute()),
    )
    expect(everything.flat().length).toBeGreaterThan(6)
    const asText = (value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
    const stored = JSON.stringify(everything.flat().map((row) => Object.values(row).map(asText)))
    const session = cookie?.match(/=([\w-]+)/)?.[1] ?? ''
    expect(session).toHaveLength(43)
    for (const secret of [token, session, kari.email, 'Kari', '192.0.2.1'])
      expect(stored).not.toContain(secret)
  })

  test('the sixth wish for one address within a quarter is refused, known or not; other addresses go on', async () => {
    const premises = await openPremises(database)
    await add(premises)
    for (const email of [kari.email, 'ukjent@fjordvik.example']) {
      const answers = await Promise.all(
        Array.from({ length: 7 }, (_, index) => ask(premises, email, `192.0.2.${index}`)),
      )
      expect(answers.filter((answer) => answer === 'sent')).toHaveLength(5)
    }
    expect(await takeMail(premises)).toHaveLength(5)
    expect(await ask(premises, 'ola@fjordvik.example')).toBe('sent')
    premises.pass({ minutes: 15 })
    expect(await ask(premises)).toBe('sent')
  })

  test('nobody is kept out by a stranger who asks in her name: a link works until she may ask again', async () => {
    const premises = await openPremises(database)
    await add(premises)
    for (let index = 0; index < 5; index++) await ask(premises, kari.email, `198.51.100.${index}`)
    const token = await takeToken(premises)
    for (let minute = 0; minute < 15; minute++) {
      expect(await linkWorks(premises, token)).toBe(true)
      premises.pass({ minutes: 1 })
    }
    expect(await ask(premises)).toBe('sent')
  })

  test('the twenty-first wish from one place within an hour is refused; other places go on', async () => {
    const premises = await openPremises(database)
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, index) => ask(premises, `${index}@fjordvik.example`)),
    )
    expect(answers.filter((answer) => answer === 'throttled')).toHaveLength(1)
    expect(await ask(premises, kari.email, '198.51.100.1')).toBe('sent')
  })

  test('a new IPv6 address for each wish is the same place', async () => {
    const premises = await openPremises(database)
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, index) =>
        ask(premises, `${index}@fjordvik.example`, `2001:db8:1:1::${index}`),
      ),
    )
    expect(answers.filter((answer) => answer === 'throttled')).toHaveLength(1)
    expect(await ask(premises, kari.email, '2001:db8:1:2::1')).toBe('sent')
  })

  test('what counts the wishes is forgotten after a day', async () => {
    const premises = await openPremises(database)
    await ask(premises)
    expect(await premises.db.selectFrom('throttles').selectAll().execute()).toHaveLength(2)
    premises.pass({ hours: 24 })
    await ask(premises, 'ola@fjordvik.example', '198.51.100.1')
    expect(await premises.db.selectFrom('throttles').selectAll().execute()).toHaveLength(2)
  })

  test('whoever is removed is out at once, and an old link does not bring her back', async () => {
    const premises = await openPremises(database)
    await add(premises)
    await ask(premises)
    const used = await takeToken(premises)
    const cookie = await signInWithLink(premises, requestWith(), used)
    await ask(premises)
    const unused = await takeToken(premises)
    expect(await signedIn(premises, requestWith(cookie))).toBeDefined()

    expect(await removeStaff(premises.db, premises.vault, kari.email, premises.now())).toBe(true)
    expect(await signedIn(premises, requestWith(cookie))).toBeUndefined()
    await add(premises)
    expect(await signInWithLink(premises, requestWith(), unused)).toBeUndefined()
    expect(await signedIn(premises, requestWith(cookie))).toBeUndefined()
  })
})
