/** Sends one mail: by SMTP, or to a file where a person can look at it. */
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Logger } from 'pino'
import type { LeasedMail, Mail } from '#db/outbox.ts'

export interface Mailer {
  /**
   * @throws {UnansweredError} when the mail server took all of it and fell silent
   * @throws when the mail server did not say that it has it
   */
  send(mail: Mail & Pick<LeasedMail, 'id' | 'createdAt' | 'kind'>): Promise<void>
  close(): void
}

/** The server had the whole text and said neither yes nor no: it may have sent the mail. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError'
}

export interface MailSettings {
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly dataFolder: string
}

/** Milliseconds. Together they are far below the time that a worker holds a mail. */
const patience = { connect: 10_000, silence: 20_000, whole: 60_000 }

export const openMailer = (settings: MailSettings, log: Logger): Mailer =>
  settings.smtpUrl === undefined ? fileMailer(settings, log) : smtpMailer(settings, settings.smtpUrl)

function smtpMailer({ mailFrom }: MailSettings, smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
  })
  /** The ids of mail whose text the server has read to its end. */
  const handedOver = new Set<unknown>()
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((text) => text.once('end', () => handedOver.add(mail.data.messageId)))
    done()
  })
  return {
    async send(mail) {
      const options = message(mailFrom, mail)
      try {
        await within(patience.whole, transport.sendMail(options))
      } catch (cause) {
        const answered = cause instanceof Error && 'responseCode' in cause
        if (!answered && handedOver.has(options.messageId)) throw new UnansweredError('', { cause })
        throw cause
      } finally {
        handedOver.delete(options.messageId)
      }
    },
    close: () => transport.close(),
  }
}

function fileMailer({ mailFrom, dataFolder }: MailSettings, log: Logger): Mailer {
  const folder = join(dataFolder, 'mail')
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(mail) {
      const { message: bytes } = await transport.sendMail(message(mailFrom, mail))
      const time = mail.createdAt.slice(0, 19).replaceAll(':', '')
      const file = join(folder, `${time}-${mail.kind.replaceAll(' ', '-')}-${mail.id.slice(-8)}.eml`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(file, mail.attachments ? String(bytes) : readable(String(bytes), mail.text))
      log.info({ file }, 'mail written to a file, for SMTP_URL is not set')
    },
    close: () => transport.close(),
  }
}

/** The id and date come from the outbox, so that a mail sent twice is the same mail. */
function message(from: string, mail: Parameters<Mailer['send']>[0]): SendMailOptions {
  return {
    from: { name: '', address: oneLine(from) },
    to: { name: '', address: oneLine(mail.to) },
    subject: oneLine(mail.subject),
    text: mail.text,
    attachments: (mail.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename: oneLine(filename),
      contentType: oneLine(contentType),
      contentTransferEncoding: 'base64' as const,
      content,
    })),
    date: new Date(mail.createdAt),
    messageId: `<${mail.id}@${oneLine(from).split('@')[1] ?? 'localhost'}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** A line end in a header would begin another header. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** The same mail with its text as it is, 8bit (RFC 6152): a link in it can be copied from any editor. */
function readable(message: string, text: string): string {
  const [head = ''] = message.split('\r\n\r\n')
  const plain = head.replace(/^(Content-Transfer-Encoding): .*$/m, '$1: 8bit')
  return `${plain}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}`
}

/** The file appears whole or not at all, readable by its owner alone. */
async function writeWhole(file: string, content: string): Promise<void> {
  const draft = await open(`${file}.tmp`, 'w', 0o600)
  await draft
    .writeFile(content)
    .then(() => draft.sync())
    .finally(() => draft.close())
  await rename(`${file}.tmp`, file)
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`expected an answer within ${milliseconds} ms, got none`)),
      milliseconds,
    )
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
