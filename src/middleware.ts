/** What happens around every page that is drawn on demand. Built pages pass through untouched. */

import { defineMiddleware } from 'astro:middleware'
import type { APIContext, MiddlewareNext } from 'astro'
import { decide } from '#access/permission.ts'
import { signedIn } from '#access/session.ts'
import { getRuntime } from '#server/locals.ts'
import { isOwnOrigin } from '#server/origin.ts'
import { contentSecurityPolicy } from '#server/security.ts'
import { sheets } from '#styles/sheets.ts'

/** From our own style sheets and never from what a page drew: a style that slipped into an answer stays dead. */
const policy = contentSecurityPolicy({ styles: Object.values(sheets) })

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next()
  const { log } = getRuntime(context.locals)
  // Astro would print the error with its words, and those can be a person's.
  const response = await answer(context, next).catch((err: unknown) => {
    log.error({ err }, 'a page failed')
    return new Response(null, { status: 500 })
  })
  if (!response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  return response
})

/** The page, for those who may have it. */
async function answer({ locals, request, url }: APIContext, next: MiddlewareNext): Promise<Response> {
  const runtime = getRuntime(locals)
  if (!isOwnOrigin(request, runtime.environment.publicUrl?.origin)) return new Response(null, { status: 403 })
  locals.staff = await signedIn(runtime, request)
  switch (decide(url.pathname, locals.staff?.role, request.method)) {
    case 'open':
      return next()
    case 'sign-in':
      return new Response(null, { status: 303, headers: { location: '/logg-inn/' } })
    case 'hidden':
      return new Response(null, { status: 404 })
  }
}
