/** Which answer a request gets: a file, a redirect, a drawn page, or the page of what went wrong. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '#env.ts'
import { drain, readBody } from './body.ts'
import { placeOf } from './place.ts'
import { type Check, readiness } from './readiness.ts'
import { forwardedFor, hostOf, toRequest } from './request.ts'
import { sendDrawn, sendFile, sendJson, sendRedirect } from './send.ts'
import type { Site } from './site.ts'
import type { StaticFile } from './static-file.ts'
import { readTarget } from './target.ts'

interface Context {
  readonly site: Site
  readonly locals: App.Locals
  readonly checks: readonly Check[]
  /** Where the public, and those who work here, reach the site; the Host header when nobody has said. */
  readonly environment: Pick<Environment, 'publicUrl' | 'staffUrl'>
  /** Bytes that the body of a request may have. */
  readonly bodyLimit?: (request: IncomingMessage, url: string) => Promise<number>
  readonly findClient: (peer: string, forwarded: string | undefined) => string
  /** A file that is the same in every build, and so in none of them. */
  readonly findFile?: ((path: string) => Promise<StaticFile | undefined>) | undefined
}

/** For /healthz and /readyz the log stays quiet: something asks them every few seconds. */
export const isHealth = (route: string) => route === '/healthz' || route === '/readyz'

/** @returns the route, which is what may be logged: never a path with something of a person in it */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<string> {
  const { site } = context
  const target = readTarget(request.url ?? '')
  const host = hostOf(request)
  if (!target || !host) return refuse(400)

  const place = isHealth(target.path)
    ? { origin: `http://${host}` }
    : placeOf(host, target.path, context.environment)
  if ('status' in place) return refuse(place.status)
  if ('location' in place) {
    sendRedirect(response, place.location + target.search)
    drain(request)
    return '(another host)'
  }

  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const lasting = await context.findFile?.(target.path)
  const found = lasting ? { file: lasting } : site.find(target.path)
  if (found || isHealth(target.path)) {
    if (!isRead) return refuse(405, 'GET, HEAD')
    if (!found) await sendHealth(request, response, target.path, context.checks)
    else if ('location' in found) sendRedirect(response, found.location + target.search)
    else sendFile(request, response, found.file)
    return target.path
  }

  if (!isRead && request.method !== 'POST') return refuse(405, 'GET, HEAD, POST')
  const url = place.origin + target.href
  const body = isRead ? undefined : await readBody(request, await context.bodyLimit?.(request, url))
  if (typeof body === 'number') return refuse(body)
  const client = context.findClient(request.socket.remoteAddress ?? '', forwardedFor(request))
  const drawn = await site.render(toRequest(request, url, body), context.locals, client)
  const meant = isRead && !drawn && withoutCapitals(target.path)
  if (meant) sendRedirect(response, meant + target.search)
  else if (!drawn) sendMishap(request, response, site, 404)
  else if (drawn.response.status < 400 || drawn.response.body)
    await sendDrawn(request, response, drawn.response)
  else sendMishap(request, response, site, drawn.response.status, drawn.response.headers)
  return drawn?.route ?? '(unknown)'

  function refuse(status: number, allow?: string): string {
    if (allow) response.setHeader('allow', allow)
    sendMishap(request, response, site, status)
    drain(request)
    return '(refused)'
  }
}

/** What `/Bli-frivillig`, typed from a poster, means. What may hold a secret begins with an address that we know. */
const withoutCapitals = (path: string): string | undefined =>
  /^\/[^/]*\p{Lu}/u.test(path) ? encodeURI(path.toLowerCase()) : undefined

/** Sends the page that explains an error, with a phone number and a way on. */
export function sendMishap(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  status: number,
  headers = new Headers(),
): void {
  for (const name of ['retry-after', 'allow']) {
    const value = headers.get(name)
    if (value !== null) response.setHeader(name, value)
  }
  if (headers.getSetCookie().length > 0) response.setHeader('set-cookie', headers.getSetCookie())
  const page = site.mishap(status)
  if (page) sendFile(request, response, page, status)
  else response.writeHead(status, { 'cache-control': 'no-store', 'content-length': 0 }).end()
}

async function sendHealth(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  checks: readonly Check[],
): Promise<void> {
  if (path === '/healthz') {
    sendJson(request, response, 200, { status: 'alive' })
    return
  }
  const found = await readiness(checks)
  sendJson(request, response, found.status === 'down' ? 503 : 200, found)
}
