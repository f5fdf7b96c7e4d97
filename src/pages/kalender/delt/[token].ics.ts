/** The feed of an unlisted course, for those who were given its secret address. */
import { createHash } from 'node:crypto'
import type { APIRoute } from 'astro'
import { hashToken } from '#access/token.ts'
import { feed } from '#calendar/feed.ts'
import { timeZone } from '#calendar/occurrences.ts'
import { findUnlistedCourse } from '#content.ts'
import { findFeedCourse } from '#db/feed-tokens.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

export const GET: APIRoute = async ({ params, locals, site, url }) => {
  const { db, now } = getRuntime(locals)
  const slug = await findFeedCourse(db, hashToken(params.token ?? ''))
  const course = slug && (await findUnlistedCourse(slug))
  if (!course) return new Response(null, { status: 404 })
  const today = now().toZonedDateTimeISO(timeZone).toPlainDate()
  const text = feed({ name: course.title, activities: [course], site: site ?? url, today })
  const tag = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8', etag: `"${tag}"` } })
}
