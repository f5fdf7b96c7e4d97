/** What the CMS is set up with: made anew each time, for its lists are those of the texts as they are now. */
import type { APIRoute } from 'astro'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

export const GET: APIRoute = async ({ locals }) => {
  const { editing } = getRuntime(locals)
  return editing
    ? Response.json(await editing.config())
    : Response.json({ error: 'Tekstene redigeres ikke på denne maskinen.' }, { status: 501 })
}
