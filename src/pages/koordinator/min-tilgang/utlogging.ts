import type { APIRoute } from 'astro'
import { endOwnSessions, listOwnSessions } from '#access/session.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

/** Ends one of the person's own sessions, or all of them. Whoever ends her own meets the door. */
export const POST: APIRoute = async ({ locals, request }) => {
  const runtime = getRuntime(locals)
  const { staff } = locals
  if (!staff) return new Response(null, { status: 404 })
  const id = new URLSearchParams(await request.text()).get('okt') ?? undefined
  const own = (await listOwnSessions(runtime, request, staff.staffId)).find(({ current }) => current)
  await endOwnSessions(runtime, staff.staffId, id)
  const location =
    id === undefined || id === own?.id ? '/logg-inn/?ut' : '/koordinator/min-tilgang/?gjort=utlogget#gjort'
  return new Response(null, { status: 303, headers: { location } })
}
