/** What is due, without names, for somebody who works here and was given a secret address. */
import { createHash } from 'node:crypto'
import type { APIRoute } from 'astro'
import { hashToken } from '#access/token.ts'
import { timeZone } from '#calendar/occurrences.ts'
import { certificateOf } from '#casework/volunteer.ts'
import { getMunicipality } from '#content.ts'
import { opensDueFeed } from '#db/due-feeds.ts'
import { listDue } from '#intake/casework/due.ts'
import { dueFeed } from '#intake/casework/due-feed.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

export const GET: APIRoute = async ({ params, locals, site, url }) => {
  const { db, now } = getRuntime(locals)
  if (!(await opensDueFeed(db, hashToken(params.token ?? '')))) return new Response(null, { status: 404 })
  const at = now()
  const certificate = certificateOf(await getMunicipality())
  const { red, due, later } = await listDue(db, { now: at, certificate, away: false })
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate()
  const text = dueFeed([...red, ...due, ...later], (site ?? url).host, today)
  const tag = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8', etag: `"${tag}"` } })
}
