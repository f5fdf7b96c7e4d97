/** What happens around every page that is drawn on demand. Built pages pass through untouched. */

import { defineMiddleware } from 'astro:middleware'
import type { APIContext, MiddlewareNext } from 'astro'
import { decide, isStaffPath } from '#access/permission.ts'
import { noteRefusal } from '#access/refusal.ts'
import { signedIn } from '#access/session.ts'
import { refuseEdit } from '#server/edit.ts'
import { isHasty } from '#server/haste.ts'
import { getRuntime } from '#server/locals.ts'
import { isOwnOrigin } from '#server/origin.ts'
import { contentSecurityPolicy } from '#server/security.ts'
import { sheets } from '#styles/sheets.ts'

/** From our own style sheets and never from what a page drew: a style that slipped into an answer stays dead. */
const styles = Object.values(sheets)
const policy = contentSecurityPolicy({ styles })
/** For pages for staff that load script files: never an inline one, so what somebody wrote cannot become a script. */
const policyWithScripts = contentSecurityPolicy({ styles, scripts: true })

const policyOf = ({ locals, url }: APIContext) =>
  locals.loadsScripts && isStaffPath(url.pathname) ? policyWithScripts : policy

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next()
  // Our own server brings a runtime with each request; a serverless host brings nothing.
  if (context.locals.runtime) return protect(context, await draw(context, next))
  const { answerHosted } = await import('#server/hosts/hosted.ts')
  return protect(context, await answerHosted(context, next, () => draw(context, next)))
})

function protect(context: APIContext, response: Response): Response {
  if (!response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', policyOf(context))
  response.headers.set('cache-control', 'no-store')
  return response
}

/** Astro would print an error with its words, and those can be a person's. */
const draw = (context: APIContext, next: MiddlewareNext): Promise<Response> =>
  answer(context, next).catch((err: unknown) => {
    getRuntime(context.locals).log.error({ err }, 'a page failed')
    return new Response(null, { status: 500 })
  })

/** The page, for those who may have it. */
async function answer(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const { locals, request, url } = context
  const runtime = getRuntime(locals)
  // In operation the server has put the page on one of our own hosts, whatever the client named.
  const own = runtime.environment.publicUrl && url.origin
  if (!isOwnOrigin(request, own)) return new Response(null, { status: 403 })
  locals.staff = await signedIn(runtime, request)
  switch (decide(url.pathname, locals.staff?.role, request.method)) {
    case 'open':
      if (
        locals.staff &&
        url.pathname.startsWith('/admin/') &&
        isHasty(runtime, locals.staff.staffId, url.pathname)
      )
        return (
          refuseEdit(url.pathname, 'hasty') ??
          new Response(null, { status: 429, headers: { 'retry-after': '60' } })
        )
      return next()
    case 'sign-in':
      return (
        refuseEdit(url.pathname, 'sign-in') ??
        new Response(null, { status: 303, headers: { location: '/logg-inn/' } })
      )
    case 'hidden':
      if (locals.staff) await noteRefusal(runtime, locals.staff.staffId, url.pathname)
      return refuseEdit(url.pathname, 'hidden') ?? new Response(null, { status: 404 })
  }
}
