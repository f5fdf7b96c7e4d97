/** What the CMS shows beside a text while it is written. */
import type { APIRoute } from 'astro'
import { takePreview } from '#server/preview/take-preview.ts'

export const prerender = false

export const POST: APIRoute = ({ request, locals }) => takePreview(request, locals)
