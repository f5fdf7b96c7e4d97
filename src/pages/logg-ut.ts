import type { APIRoute } from 'astro'
import { endSession } from '#access/session.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

export const POST: APIRoute = async ({ locals, request }) => {
  const runtime = getRuntime(locals)
  const cookie = await endSession(runtime, request)
  const location = locals.staff?.way === 'account' ? '/logg-inn/?ut=konto' : '/logg-inn/?ut'
  return new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } })
}

/** Somebody who types the address meets the button, and nobody is logged out by a link. */
export const GET: APIRoute = ({ redirect }) => redirect('/logg-inn/', 303)
