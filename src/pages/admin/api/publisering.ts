/** How far each save has come on its way to the web, for the CMS, which asks every few seconds. */
import type { APIRoute } from 'astro'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

export const GET: APIRoute = async ({ locals }) => {
  const { publishing } = getRuntime(locals)
  return publishing
    ? Response.json(await publishing.look())
    : Response.json({ error: 'Tekstene redigeres ikke på denne maskinen.' }, { status: 501 })
}
