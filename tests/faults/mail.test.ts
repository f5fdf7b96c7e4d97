/** A mail server on its worst day: what waits reaches everybody, and nobody more than twice. */
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { countMail, enqueueMail } from '#db/outbox.ts'
import { deliverNext } from '#intake/deliver.ts'
import { openMailer } from '#intake/mail.ts'
import { databases, now } from '../db/databases.ts'
import { openDesk, silent } from '../intake/desk.ts'
import { openSmtp } from '../intake/smtp.ts'
import { patience, say, size } from './size.ts'

/** How it behaves, in turn. Seven, so that a mail does not meet the same one each time. */
const moods = [
  'refuses the recipient',
  'is well',
  'refuses the text',
  'hangs',
  'is well',
  'hangs after the text',
  'is well',
] as const

describe.each(databases)('On $name', (database) => {
  test(`of ${size.mails} mails through a server that refuses, hangs and is well by turns, none is lost and none comes thrice`, {
    timeout: patience,
  }, async () => {
    const desk = await openDesk(database)
    const taken = new Map<string, number>()
    let turn = 0
    const mood = () => moods[turn % moods.length]
    const { url } = await openSmtp({
      onRcptTo(_to, _session, done) {
        turn++
        if (mood() === 'refuses the recipient') done(new Error('no'))
        else if (mood() !== 'hangs') done()
      },
      async onData(stream, _session, done) {
        const text = await buffer(stream).catch(() => undefined)
        if (!text) return
        const { messageId = '' } = await PostalMime.parse(text)
        if (mood() === 'refuses the text') return done(new Error('no'))
        taken.set(messageId, (taken.get(messageId) ?? 0) + 1)
        if (mood() !== 'hangs after the text') done()
      },
    })
    const settings = { mailFrom: 'ikke-svar@fjordvik.example', dataFolder: '' }
    const impatient = openMailer({ ...settings, smtpUrl: `${url}/?socketTimeout=300` }, silent)
    const down = openMailer({ ...settings, smtpUrl: 'smtp://127.0.0.1:1' }, silent)
    for (let each = 0; each < size.mails; each++)
      await desk.db.transaction().execute((trx) =>
        enqueueMail(trx, desk.vault, {
          to: `navn${each}@hjemme.example`,
          subject: 'Vi har fått svarene dine',
          text: 'Hei!',
          kind: 'test',
          now,
        }),
      )
    const waiting = async () => (await countMail(desk.db, now)).waiting
    for (let minute = 0; (await waiting()) > 0; minute += 7) {
      const mailer = minute === 7 ? down : impatient
      while (await deliverNext({ ...desk, now: () => now.add({ minutes: minute }) }, mailer));
      if (minute % 700 === 0) say(`${await waiting()} of ${size.mails} mails wait after ${minute} minutes`)
    }
    const { givenUp } = await countMail(desk.db, now)
    const sent = await desk.db.selectFrom('outbox').select('id').where('sent_at', 'is not', null).execute()
    expect(sent.length + givenUp).toBe(size.mails)
    expect(sent.length).toBeGreaterThan(givenUp)
    for (const { id } of sent) expect(taken.get(`<${id}@fjordvik.example>`)).toBeGreaterThan(0)
    expect(Math.max(...taken.values())).toBe(2)
  })
})
