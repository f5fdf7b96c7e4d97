import type { APIRoute } from 'astro'
import { endSession } from '#access/session.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

export const POST: APIRoute = async ({ locals, request }) => {
  const cookie = await endSession(getRuntime(locals), request)
  return new Response(null, { status: 303, headers: { location: '/logg-inn/?ut', 'set-cookie': cookie } })
}

/** Somebody who types the address meets the button, and nobody is logged out by a link. */
export const GET: APIRoute = ({ redirect }) => redirect('/koordinator/', 303)
