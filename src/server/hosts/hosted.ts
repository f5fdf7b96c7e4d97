/** What our own server does around a drawn page, done inside a function: open, bound, protect, log, close. */
import type { APIContext, MiddlewareNext } from 'astro'
import type { Logger } from 'pino'
import { connect } from '#db/engine.ts'
import { readHostedEnvironment } from '#env.ts'
import { deliverDue } from '#intake/deliver.ts'
import { bodyLimit } from '../body.ts'
import { createLog } from '../log.ts'
import { openRuntime, type Runtime } from '../runtime.ts'
import { securityHeaders } from '../security.ts'
import { laterOf } from './later.ts'

type Ground = Omit<Runtime, 'db' | 'wakeDelivery'>

const isMishap = (route: string) => /^\/(404|500|feil\/\[status\])\/?$/.test(route)

/** Once in a function's life, and again after it went wrong. */
let ground: Promise<Ground> | undefined

/** Sets what our own server sets for every answer; the policy of drawn pages is the middleware's. */
export async function answerHosted(...request: Parameters<typeof open>): Promise<Response> {
  const response = await open(...request)
  const { 'content-security-policy': _, ...headers } = securityHeaders(
    (await ground?.catch(() => undefined))?.environment.publicUrl,
  )
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  if (response.headers.get('content-type') === 'text/html')
    response.headers.set('content-type', 'text/html; charset=utf-8')
  return response
}

/**
 * Draws a page with a runtime of its own. Its connection ends with the request: a function may be put to sleep right
 * after, and would wake to a dead one.
 *
 * @param draw the rest of the middleware, once `locals.runtime` is there
 */
async function open(
  context: APIContext,
  next: MiddlewareNext,
  draw: () => Promise<Response>,
): Promise<Response> {
  const { locals, request, routePattern } = context
  // The page of an error must come also when nothing else does.
  if (isMishap(routePattern)) return next()
  // Astro adds routes of its own. One of them, for pictures, fetches an address from the host that the client named.
  if (routePattern.startsWith('/_')) return new Response(null, { status: 404 })
  const started = performance.now()
  ground ??= openGround()
  const opened = await ground.catch((err: unknown) => {
    ground = undefined
    // Nobody has been heard yet, so that the message can quote nobody.
    logTo({ messages: true }).error({ err }, 'the function cannot open')
    return undefined
  })
  if (!opened) return mishap(context, new Response(null, { status: 500 }))

  const { db } = connect(opened.environment.databaseUrl, '')
  let woken = false
  const runtime: Runtime = { ...opened, db, wakeDelivery: () => (woken = true) }
  locals.runtime = runtime
  const drawn = (await fits(request)) ? await draw() : new Response(null, { status: 413 })
  // Whole, before the connection ends.
  const body = drawn.body && (await drawn.arrayBuffer())
  const response = await mishap(context, new Response(body, drawn))
  const ms = Math.round(performance.now() - started)
  runtime.log.info({ method: request.method, route: routePattern, status: response.status, ms }, 'answered')

  const later = laterOf(locals)
  const close = () => db.destroy()
  if (woken && later)
    later(
      deliverDue(runtime, 5_000)
        .catch(() => {})
        .then(close),
    )
  else await close()
  return response
}

async function openGround(): Promise<Ground> {
  // Brings the tables to their newest shape. What opened them is gone when the function wakes again.
  const { db: _, close, ...opened } = await openRuntime(readHostedEnvironment(), logTo({ messages: false }))
  await close()
  return opened
}

/** Through the console, which every host collects. */
const logTo = (options: { messages: boolean }): Logger =>
  createLog({ ...options, to: { write: (line) => console.log(line.trimEnd()) } })

/** Whether a body keeps to the limit of our own server. Counts in a copy, and stops at the limit. */
async function fits(request: Request): Promise<boolean> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) return false
  let bytes = 0
  for await (const part of request.clone().body ?? []) {
    bytes += part.length
    if (bytes > bodyLimit) return false
  }
  return true
}

/** An error without a body gets the page that explains it. */
async function mishap({ rewrite, url }: APIContext, answer: Response): Promise<Response> {
  const { status, headers } = answer
  // Astro itself draws the pages of these two.
  if (status < 400 || answer.body || status === 404 || status === 500) return answer
  const page = await rewrite(new Request(new URL(`/feil/${status}/`, url)))
  const both = new Headers(page.headers)
  for (const [name, value] of headers) both.append(name, value)
  return new Response(page.body, { status, headers: both })
}
