/** A picture as it was saved, for the CMS: readers find it at /media/ when it is live. */
import type { APIRoute } from 'astro'
import { getContentType } from '#publish/file-kind.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

export const GET: APIRoute = async ({ params: { file = '' }, locals }) => {
  const bytes = await getRuntime(locals)
    .editing?.picture(file)
    .catch(() => undefined)
  return bytes
    ? new Response(new Uint8Array(bytes), { headers: { 'content-type': getContentType(file) } })
    : new Response(null, { status: 404 })
}
