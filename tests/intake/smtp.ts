/** A mail server that takes what it gets, or behaves as badly as it is told to. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** @param whenOver is given what closes it; the test that runs unless it is said otherwise */
export async function openSmtp(
  behaviour: SMTPServerOptions = {},
  whenOver: (close: () => Promise<void>) => void = onTestFinished,
) {
  const received: Awaited<ReturnType<typeof PostalMime.parse>>[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    async onData(stream, _session, done) {
      received.push(await PostalMime.parse(await buffer(stream)))
      done()
    },
    ...behaviour,
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  whenOver(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received }
}
