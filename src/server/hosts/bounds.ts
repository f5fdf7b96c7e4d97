/** What our own server turns away before any page sees it. */
import type { Environment } from '#env.ts'
import { bodyLimit } from '../body.ts'
import { placeOf } from '../place.ts'
import { readTarget } from '../target.ts'

/** @returns an answer without a page, or nothing when the request may go on */
export async function turnAway(request: Request, environment: Environment): Promise<Response | undefined> {
  const { host, pathname, search } = new URL(request.url)
  const target = readTarget(pathname + search)
  if (!target) return new Response(null, { status: 400 })
  const place = placeOf(host, target.path, environment)
  if ('status' in place) return new Response(null, { status: place.status })
  if ('location' in place)
    return new Response(null, { status: 308, headers: { location: place.location + search } })
  if (!['GET', 'HEAD', 'POST'].includes(request.method))
    return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, POST' } })
  return (await fits(request)) ? undefined : new Response(null, { status: 413 })
}

/** Whether a body keeps to the limit. Counts in a copy, and stops at the limit. */
async function fits(request: Request): Promise<boolean> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) return false
  const reader = request.clone().body?.getReader()
  for (let bytes = 0; bytes <= bodyLimit; ) {
    const part = await reader?.read()
    if (!part || part.done) return true
    bytes += part.value.length
  }
  // Both halves, and without waiting: each of them ends only when the other does.
  const ended = [reader?.cancel(), request.body?.cancel()]
  void Promise.allSettled(ended)
  return false
}
