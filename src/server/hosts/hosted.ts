/** What our own server does around a drawn page, done inside a function: open, bound, log, protect, close. */
import type { APIContext, MiddlewareNext } from 'astro'
import { connect } from '#db/engine.ts'
import { deliverDue } from '#intake/deliver.ts'
import type { Runtime } from '../runtime.ts'
import { securityHeaders } from '../security.ts'
import { turnAway } from './bounds.ts'
import { type Ground, getGround } from './ground.ts'
import { laterOf } from './later.ts'

/** How long mail may be sent after an answer, in milliseconds. */
const patience = 5_000

/** The pages of errors: they must come also when nothing else does. */
const isMishap = (route: string) => /^\/(404|500|feil\/\[status\])\/?$/.test(route)

/** @param draw the rest of the middleware, once `locals.runtime` is there */
export async function answerHosted(
  context: APIContext,
  next: MiddlewareNext,
  draw: () => Promise<Response>,
): Promise<Response> {
  if (isMishap(context.routePattern)) return secure(await next(), undefined)
  // Astro adds routes of its own. One of them, for pictures, fetches an address from the host that the client named.
  if (context.routePattern.startsWith('/_')) return new Response(null, { status: 404 })
  const ground = await getGround()
  const answer = ground ? await answerOn(ground, context, draw) : new Response(null, { status: 500 })
  return secure(await explain(context, answer), ground?.environment.publicUrl)
}

/**
 * Draws a page on a connection that ends with the request: a function may be put to sleep right after, and would wake
 * to a dead one.
 */
async function answerOn(
  ground: Ground,
  { locals, request, routePattern }: APIContext,
  draw: () => Promise<Response>,
): Promise<Response> {
  const started = performance.now()
  const { db } = connect(ground.environment.databaseUrl, '')
  let woken = false
  const runtime: Runtime = { ...ground, db, wakeDelivery: () => (woken = true) }
  locals.runtime = runtime
  try {
    const answer = (await turnAway(request, ground.environment)) ?? (await draw())
    // Whole, before the connection ends.
    const body = answer.body && (await answer.arrayBuffer())
    const ms = Math.round(performance.now() - started)
    ground.log.info({ method: request.method, route: routePattern, status: answer.status, ms }, 'answered')
    return new Response(body, answer)
  } finally {
    const later = laterOf(locals)
    const close = () => db.destroy()
    if (woken && later) later(deliverDue(runtime, patience).then(close, close))
    else await close()
  }
}

/** An error without a body gets the page that explains it. */
async function explain({ rewrite, url }: APIContext, answer: Response): Promise<Response> {
  const { status, headers } = answer
  // Astro itself draws the pages of these two.
  if (status < 400 || answer.body || status === 404 || status === 500) return answer
  const page = await rewrite(new Request(new URL(`/feil/${status === 421 ? 400 : status}/`, url)))
  const both = new Headers(page.headers)
  for (const [name, value] of headers)
    if (name === 'set-cookie') both.append(name, value)
    else both.set(name, value)
  return new Response(page.body, { status, headers: both })
}

/** Sets what our own server sets for every answer; the policy of drawn pages is the middleware's. */
function secure(answer: Response, publicUrl: URL | undefined): Response {
  const { 'content-security-policy': _, ...headers } = securityHeaders(publicUrl)
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  if (answer.headers.get('content-type') === 'text/html')
    answer.headers.set('content-type', 'text/html; charset=utf-8')
  return answer
}
