import type { APIRoute } from 'astro'
import { staffOrigin } from '#access/origin.ts'
import { begin } from '#access/pending.ts'
import { addressOfSignIn } from '#access/provider.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

/**
 * On to the municipality's provider. A link and not a form: `form-action` in our policy would stop a form that is led
 * on to another host.
 */
export const GET: APIRoute = async ({ locals, request, url, redirect }) => {
  const runtime = getRuntime(locals)
  const { accounts } = runtime.environment
  if (!accounts) return new Response(null, { status: 404 })
  // Nobody is sent to sign in by another's page.
  const from = request.headers.get('sec-fetch-site') ?? 'none'
  if (from !== 'same-origin' && from !== 'none') return redirect('/logg-inn/', 303)
  const origin = staffOrigin(runtime.environment, url.origin)
  const { pending, cookie } = begin(
    runtime,
    url.searchParams.has('koble') ? locals.staff?.staffId : undefined,
  )
  try {
    const location = (await addressOfSignIn(accounts, origin, pending)).href
    return new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } })
  } catch (err) {
    runtime.log.error({ err }, 'the provider of accounts does not answer')
    return redirect('/logg-inn/?stille', 303)
  }
}
