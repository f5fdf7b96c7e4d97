/** What happens around every page that is drawn on demand. Built pages pass through untouched. */
import { defineMiddleware } from 'astro:middleware'
import { decide } from '#access/permission.ts'
import { signedIn } from '#access/session.ts'
import { isOwnOrigin } from '#server/origin.ts'
import { contentSecurityPolicy } from '#server/security.ts'
import { sheets } from '#styles/sheets.ts'

/** From our own style sheets and never from what a page drew: a style that slipped into an answer stays dead. */
const policy = contentSecurityPolicy({ styles: Object.values(sheets) })

export const onRequest = defineMiddleware(async ({ isPrerendered, locals, request, url, redirect }, next) => {
  if (isPrerendered) return next()
  const { runtime } = locals
  if (!runtime) throw new Error('expected locals.runtime from the server, got nothing')

  if (!isOwnOrigin(request, runtime.environment.publicUrl?.origin)) return new Response(null, { status: 403 })
  locals.staff = await signedIn(runtime, request)
  const decision = decide(url.pathname, locals.staff?.role)
  if (decision === 'sign-in') return redirect('/logg-inn/', 303)
  if (decision === 'hidden') return new Response(null, { status: 404 })

  const response = await next().catch((err: unknown) => {
    runtime.log.error({ err }, 'a page failed')
    return new Response(null, { status: 500 })
  })
  const { headers } = response
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('cache-control', 'no-store')
  return response
})
