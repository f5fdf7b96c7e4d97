/** The web server: one process, one site in memory, and every answer with the same protection. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Environment } from '../env.ts'
import { bodyLimit } from './body.ts'
import { refuseRaw } from './client-error.ts'
import type { Logger } from './log.ts'
import { clientOf, watchForProxy } from './proxy.ts'
import type { Check } from './readiness.ts'
import { isHealth, respond, sendMishap } from './respond.ts'
import { securityHeaders } from './security.ts'
import type { Site } from './site.ts'
import type { StaticFile } from './static-file.ts'

/** How long a slow or silent client may hold a connection, in milliseconds. */
interface Limits {
  readonly headers: number
  readonly request: number
  /** For what is in flight when the server stops. */
  readonly stop: number
}
const usualLimits: Limits = { headers: 10_000, request: 30_000, stop: 10_000 }
/** Longer than the 60 seconds of common proxies, so that they never write to a connection that is closing. */
const keepAliveTimeout = 65_000

interface Options {
  readonly site: Site
  readonly environment: Pick<Environment, 'port' | 'host' | 'publicUrl' | 'staffUrl' | 'trustedProxy'>
  readonly log: Logger
  /** What on-demand pages work with, made for each request so that their log lines carry its id. */
  readonly locals: (log: Logger) => App.Locals
  readonly checks?: readonly Check[]
  readonly limits?: Partial<Limits>
  /** Bytes that the body of a request may have, where it is not the same for all. */
  readonly bodyLimit?: (request: IncomingMessage, url: string) => Promise<number>
  /** A file that is the same in every build, and so in none of them. */
  readonly findFile?: (path: string) => Promise<StaticFile | undefined>
}

export interface SiteServer {
  readonly port: number
  /** The one that is shown now. */
  site(): Site
  /** From the next request on, another site. */
  switchTo(site: Site): void
  /** Takes no more, finishes what is in flight, and resolves when the last connection is gone. */
  stop(): Promise<void>
}

/** @throws the error of `listen`, such as EADDRINUSE */
export async function listen(options: Options): Promise<SiteServer> {
  const { environment, log, locals, checks = [] } = options
  const limits = { ...usualLimits, ...options.limits }
  const headers = securityHeaders(environment.publicUrl)
  const believed = clientOf(environment.trustedProxy)
  const findClient = environment.publicUrl ? watchForProxy(believed, warnOfProxy) : believed
  let { site } = options
  let stopping = false

  // Not from where: it may be a visitor that made the header up.
  function warnOfProxy() {
    log.warn(
      'X-Forwarded-For came from an address that TRUSTED_PROXY does not name; if it is your proxy, name it, or all visitors count as one',
    )
  }

  const handle = (request: IncomingMessage, response: ServerResponse) =>
    void answer(request, response).catch(() => response.destroy())

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID()
    const started = performance.now()
    const requestLog = log.child({ request: id })
    const current = site
    let route = '(unknown)'
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('x-request-id', id)
    if (stopping) response.shouldKeepAlive = false
    try {
      const context = {
        site: current,
        locals: locals(requestLog),
        checks,
        environment,
        findClient,
        bodyLimit: options.bodyLimit,
        findFile: options.findFile,
      }
      route = await respond(request, response, context)
    } catch (err) {
      requestLog.error({ err }, 'an answer failed')
      if (response.headersSent) response.destroy()
      else sendMishap(request, response, current, 500)
    }
    if (!response.closed) await once(response, 'close').catch(() => {})
    const status = response.writableFinished ? response.statusCode : 'cut off'
    const ms = Math.round(performance.now() - started)
    if (!isHealth(route)) requestLog.info({ method: request.method, route, status, ms }, 'answered')
    if (stopping) server.closeIdleConnections()
  }

  const server = createServer({
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout,
    connectionsCheckingInterval: Math.min(1000, limits.headers),
    maxHeaderSize: 16 * 1024,
    // Ours, with the headers of every answer, instead of Node's bare 400.
    requireHostHeader: false,
  })
  server.timeout = 2 * keepAliveTimeout
  /** Browsers open connections in advance. Node does not count those as idle, so a stop would wait for them. */
  const silent = new Set<Socket>()
  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }) => silent.delete(socket))
  server.on('request', handle)
  server.on('checkExpectation', handle)
  server.on('checkContinue', (request, response) => {
    if (Number(request.headers['content-length'] ?? 0) <= bodyLimit) response.writeContinue()
    handle(request, response)
  })
  server.on('clientError', (error, socket) => refuseRaw(error, socket, headers))

  server.listen(environment.port, environment.host)
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    site: () => site,
    switchTo(next) {
      site = next
    },
    async stop() {
      stopping = true
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of silent) socket.destroy()
      const timer = setTimeout(() => server.closeAllConnections(), limits.stop)
      await closed
      clearTimeout(timer)
    },
  }
}
