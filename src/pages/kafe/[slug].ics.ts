/** The dates of one café, for calendars. */
import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { feed } from '#calendar/feed.ts'
import { listCafes } from '#content.ts'
import { today } from '#today.ts'

export async function getStaticPaths() {
  return (await listCafes()).map((cafe) => ({ params: { slug: cafe.slug }, props: { cafe } }))
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { cafe },
  site,
  url,
}) =>
  new Response(feed({ name: cafe.title, activities: [cafe], site: site ?? url, today: today() }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
