import type { APIRoute } from 'astro'
import { bundleOf } from '#printed.ts'

export const GET: APIRoute = async ({ site }) => {
  const { bytes } = await bundleOf(`${site}`)
  return new Response(Buffer.from(bytes), { headers: { 'content-type': 'application/zip' } })
}
