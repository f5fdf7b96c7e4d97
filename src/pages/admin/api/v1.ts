/** What the CMS talks to: Decap's proxy protocol, for those whose session lets them change texts. */
import type { APIRoute } from 'astro'
import { takeEdit } from '#server/edit.ts'

export const prerender = false

export const POST: APIRoute = ({ request, locals }) => takeEdit(request, locals)
