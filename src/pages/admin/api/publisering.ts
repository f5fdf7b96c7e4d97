/** How far each save has come on its way to the web, for the CMS, which asks every few seconds. */
import type { APIRoute } from 'astro'
import { getRuntime } from '#server/locals.ts'
import { findPublishing } from '#server/publishing.ts'

export const prerender = false

export const GET: APIRoute = async ({ locals }) => {
  const publishing = await findPublishing(getRuntime(locals))
  return publishing
    ? Response.json(publishing)
    : Response.json({ error: 'Tekstene redigeres ikke på denne maskinen.' }, { status: 501 })
}
