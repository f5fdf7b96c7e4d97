/** The dates of one course, for calendars. */
import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { feed } from '#calendar/feed.ts'
import { listCourses } from '#content.ts'
import { today } from '#today.ts'

export async function getStaticPaths() {
  return (await listCourses()).map((course) => ({ params: { slug: course.slug }, props: { course } }))
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { course },
  site,
  url,
}) =>
  new Response(feed({ name: course.title, activities: [course], site: site ?? url, today: today() }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
