import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { countMail, enqueueMail, leaseMail, markSent, returnMail } from '#db/outbox.ts'
import { deliverNext, startDelivery } from '#intake/deliver.ts'
import { type Mailer, openMailer } from '#intake/mail.ts'
import { databases, now } from '../db/databases.ts'
import { listMail, openDesk, silent } from './desk.ts'
import { openSmtp } from './smtp.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
const mail = {
  to: 'solveig@fjordvik.example',
  subject: 'Vi har fått påmeldingen din',
  text: 'Hei!\n\nÆØÅ æøå 👋\n',
}
const enqueue = ({ db, vault }: Desk, more: Partial<typeof mail> = {}) =>
  db.transaction().execute((trx) => enqueueMail(trx, vault, { ...mail, ...more, kind: 'test', now }))
const later = (desk: Desk, minutes: number) => ({ ...desk, now: () => now.add({ minutes }) })
const smtpMailer = (smtpUrl: string) =>
  openMailer({ smtpUrl, mailFrom: 'ikke-svar@fjordvik.example', dataFolder: '' }, silent)
const failing: Mailer = {
  send: () =>
    Promise.reject(
      Object.assign(new Error('solveig@fjordvik.example refused'), { code: 'EENVELOPE', responseCode: 550 }),
    ),
  close() {},
}

describe.each(databases)('On $name', (database) => {
  test('mail is sent once, and its content and key are gone afterwards', async () => {
    const desk = await openDesk(database)
    const { url, received } = await openSmtp()
    await enqueue(desk)
    expect(await desk.db.selectFrom('record_keys').selectAll().execute()).toHaveLength(1)
    const mailer = smtpMailer(url)
    expect(await deliverNext(desk, mailer)).toBe(true)
    expect(await deliverNext(desk, mailer)).toBe(false)
    expect(received).toMatchObject([
      {
        to: [{ address: mail.to }],
        subject: mail.subject,
        text: mail.text,
        date: '2026-11-21T08:00:00.000Z',
      },
    ])
    expect(received[0]?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    )
    const [row] = await desk.db.selectFrom('outbox').selectAll().execute()
    expect(row).toMatchObject({
      key_id: null,
      sealed: null,
      lease: null,
      sent_at: '2026-11-21T08:00:00.000Z',
    })
    expect(received[0]?.messageId).toBe(`<${row?.id}@fjordvik.example>`)
    expect(await desk.db.selectFrom('record_keys').selectAll().execute()).toEqual([])
  })

  test('nothing is enqueued when the transaction is taken back', async () => {
    const desk = await openDesk(database)
    const act = desk.db.transaction().execute(async (trx) => {
      await enqueueMail(trx, desk.vault, { ...mail, kind: 'test', now })
      throw new Error('no')
    })
    await expect(act).rejects.toThrow('no')
    expect(await deliverNext(desk, failing)).toBe(false)
  })

  test('ten workers that look at once share ten mails, each sent once', async () => {
    const desk = await openDesk(database)
    const { url, received } = await openSmtp()
    const mailer = smtpMailer(url)
    for (let number = 0; number < 10; number++) await enqueue(desk, { subject: `Nummer ${number}` })
    const drain = async () => {
      while (await deliverNext(desk, mailer));
    }
    await Promise.all(Array.from({ length: 10 }, drain))
    await drain()
    expect(received.map((each) => each.subject).sort()).toEqual(
      Array.from({ length: 10 }, (_, number) => `Nummer ${number}`),
    )
  })

  test('mail that a dead worker held is free again when its lease has run out', async () => {
    const desk = await openDesk(database)
    await enqueue(desk)
    const held = await leaseMail(desk.db, now, now.add({ minutes: 5 }))
    expect(held).toMatchObject({ attempts: 1 })
    expect(await leaseMail(desk.db, now.add({ minutes: 4 }), now.add({ minutes: 9 }))).toBeUndefined()
    const taken = await leaseMail(desk.db, now.add({ minutes: 5 }), now.add({ minutes: 10 }))
    expect(taken).toMatchObject({ id: held?.id, attempts: 2 })
    // The first worker comes back to life: what it says no longer counts, except that it was sent.
    if (!held || !taken) throw new Error('expected mail')
    await returnMail(desk.db, held, { problem: 'late', givenUpAt: now })
    expect(await countMail(desk.db, now)).toMatchObject({ waiting: 1, givenUp: 0 })
    await markSent(desk.db, held, now)
    expect(await countMail(desk.db, now)).toMatchObject({ waiting: 0 })
  })

  test('a mail that fails is tried again later and later, for a day and more, and then given up, unread', async () => {
    const desk = await openDesk(database)
    await enqueue(desk)
    const waits: number[] = []
    let minute = 0
    let last = 0
    while ((await countMail(desk.db, now)).givenUp === 0) {
      if (await deliverNext(later(desk, minute), failing)) {
        waits.push(minute - last)
        last = minute
      }
      const [row] = await desk.db.selectFrom('outbox').select(['due_at', 'problem', 'attempts']).execute()
      expect(row?.problem).toBe('EENVELOPE 550')
      minute = Math.round(now.until(row?.due_at ?? '').total('minutes'))
      expect(row?.attempts).toBeLessThan(20)
    }
    expect(waits).toEqual([0, 1, 5, 15, 60, 240, 720, 1440])
    expect(await deliverNext(later(desk, 100_000), failing)).toBe(false)
    expect(await listMail(desk.db, desk.vault)).toMatchObject([{ to: mail.to }])
  })
})

describe('A mail server', () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('expected a database')

  test.each([
    ['that is not there', async () => 'smtp://127.0.0.1:1'],
    [
      'that refuses the recipient',
      async () =>
        (await openSmtp({ onRcptTo: (_to, _session, done) => done(new Error('no such user')) })).url,
    ],
    [
      'that refuses the text',
      async () =>
        (
          await openSmtp({
            onData: (stream, _session, done) => {
              stream.resume()
              stream.on('end', () => done(new Error('no')))
            },
          })
        ).url,
    ],
    ['that demands a password', async () => (await openSmtp({ authOptional: false })).url],
  ])('%s loses nothing: the mail waits', async (_title, open) => {
    const desk = await openDesk(sqlite)
    await enqueue(desk)
    expect(await deliverNext(desk, smtpMailer(await open()))).toBe(true)
    expect(await countMail(desk.db, now)).toEqual({ waiting: 1, late: 0, givenUp: 0 })
    const { url, received } = await openSmtp()
    expect(await deliverNext(desk, smtpMailer(url))).toBe(false)
    expect(await deliverNext(later(desk, 1), smtpMailer(url))).toBe(true)
    expect(received).toHaveLength(1)
  })

  test('that hangs after the text is left, and the repeat carries the same Message-ID', async () => {
    const desk = await openDesk(sqlite)
    const ids: (string | undefined)[] = []
    const { url } = await openSmtp({
      async onData(stream) {
        ids.push((await PostalMime.parse(await buffer(stream))).messageId)
      },
    })
    const impatient = openMailer(
      { smtpUrl: `${url}/?socketTimeout=300`, mailFrom: 'ikke-svar@fjordvik.example', dataFolder: '' },
      silent,
    )
    await enqueue(desk)
    const minutes = [0, 1, 5, 60, 2000]
    for (const minute of minutes) await deliverNext(later(desk, minute), impatient)
    // One is a duplicate at most; whether it came, a person must find out.
    expect(ids).toHaveLength(2)
    expect(ids[0]).toMatch(/^<.+@fjordvik\.example>$/)
    expect(new Set(ids).size).toBe(1)
    expect(await countMail(desk.db, now)).toMatchObject({ waiting: 0, givenUp: 1 })
    expect(await listMail(desk.db, desk.vault)).toMatchObject([{ to: mail.to }])
  })

  test('that hangs before it has the text is tried again as if it were away', async () => {
    const desk = await openDesk(sqlite)
    const { url } = await openSmtp({ onRcptTo() {} })
    const impatient = openMailer(
      { smtpUrl: `${url}/?socketTimeout=300`, mailFrom: 'ikke-svar@fjordvik.example', dataFolder: '' },
      silent,
    )
    await enqueue(desk)
    for (const minute of [0, 1, 6]) await deliverNext(later(desk, minute), impatient)
    expect(await countMail(desk.db, now)).toMatchObject({ waiting: 1, givenUp: 0 })
  })

  test('gets a file that goes with a mail', async () => {
    const desk = await openDesk(sqlite)
    const { url, received } = await openSmtp()
    const content = 'BEGIN:VCALENDAR\r\nSUMMARY:Kurs på Åsen\r\nEND:VCALENDAR\r\n'
    const attachments = [
      {
        filename: 'kurs.ics\r\nBcc: b@fjordvik.example',
        contentType: 'text/calendar; charset=utf-8',
        content,
      },
    ]
    await desk.db
      .transaction()
      .execute((trx) => enqueueMail(trx, desk.vault, { ...mail, attachments, kind: 'test', now }))
    expect(await deliverNext(desk, smtpMailer(url))).toBe(true)
    const [file] = received[0]?.attachments ?? []
    expect(file).toMatchObject({ mimeType: 'text/calendar' })
    expect(file?.filename).toMatch(/^kurs\.ics/)
    const text = typeof file?.content === 'string' ? file.content : new TextDecoder().decode(file?.content)
    // The reader makes line ends plain.
    expect(text.split(/\r?\n/)).toEqual(content.split('\r\n'))
    expect(received[0]?.text?.trim()).toBe(mail.text.trim())
    expect(received[0]?.bcc ?? []).toEqual([])
  })

  test('never sees a header that somebody typed', async () => {
    const desk = await openDesk(sqlite)
    const { url, received } = await openSmtp()
    await enqueue(desk, {
      to: 'a@fjordvik.example\r\nBcc: b@fjordvik.example',
      subject: 'Hei\r\nBcc: c@fjordvik.example\u2028X: y',
    })
    await enqueue(desk, { subject: 'Hei\r\nBcc: c@fjordvik.example\u2028X: y' })
    const mailer = smtpMailer(url)
    while (await deliverNext(desk, mailer));
    for (const each of received) {
      expect(each.subject).toBe('Hei Bcc: c@fjordvik.example X: y')
      expect(each.bcc ?? []).toEqual([])
      expect(each.headers.map((header) => header.key)).not.toContain('x')
    }
    expect(received.length).toBeGreaterThan(0)
  })
})

describe('Without a mail server', () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('expected a database')

  test('mail is a file that only its owner may read, and the log says where', async () => {
    const desk = await openDesk(sqlite)
    const dataFolder = mkdtempSync(join(tmpdir(), 'pusterom-mail-'))
    onTestFinished(() => rmSync(dataFolder, { recursive: true }))
    const info = vi.spyOn(desk.log, 'info')
    onTestFinished(() => info.mockRestore())
    await enqueue(desk)
    const delivery = startDelivery({
      ...desk,
      environment: { smtpUrl: undefined, mailFrom: 'pusterom@localhost', dataFolder },
    })
    await expect.poll(delivery.health).toMatchObject({ running: true, waiting: 0 })

    // Long before the next look at the clock.
    await enqueue(desk, { subject: 'Lenke til innlogging' })
    delivery.wake()
    await expect.poll(delivery.health, { timeout: 4000 }).toMatchObject({ waiting: 0 })
    await delivery.stop()
    expect(await delivery.health()).toMatchObject({ running: false })

    const files = readdirSync(join(dataFolder, 'mail'))
    expect(files).toHaveLength(2)
    for (const file of files) {
      expect(file).toMatch(/^2026-11-21T080000-test-[0-9a-f]{8}\.eml$/)
      expect(statSync(join(dataFolder, 'mail', file)).mode & 0o777).toBe(0o600)
      expect(readFileSync(join(dataFolder, 'mail', file), 'utf8').replaceAll('\r\n', '\n')).toContain(
        `\n\n${mail.text}`,
      )
      expect(info).toHaveBeenCalledWith(
        { file: join(dataFolder, 'mail', file) },
        expect.stringContaining('SMTP_URL'),
      )
    }
    const parsed = await Promise.all(
      files.map((file) => PostalMime.parse(readFileSync(join(dataFolder, 'mail', file)))),
    )
    expect(parsed.map((each) => each.subject).sort()).toEqual(['Lenke til innlogging', mail.subject])
    expect(parsed[0]).toMatchObject({
      text: mail.text,
      date: '2026-11-21T08:00:00.000Z',
      from: { address: 'pusterom@localhost' },
      to: [{ address: mail.to }],
    })
  })
})
