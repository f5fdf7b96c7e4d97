/** The dates for volunteers, for relatives or for staff, for calendars. */
import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { audienceOf } from '#calendar/activity.ts'
import { audienceKeys, audiences } from '#calendar/audience.ts'
import { feed } from '#calendar/feed.ts'
import { getMunicipality, listActivities } from '#content.ts'
import { today } from '#today.ts'

export function getStaticPaths() {
  return audienceKeys.map((key) => ({ params: { audience: audiences[key].slug }, props: { key } }))
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { key },
  site,
  url,
}) => {
  const name = `Pusterom i ${(await getMunicipality()).name} for ${audiences[key].name}`
  const activities = (await listActivities()).filter((activity) => audienceOf(activity) === key)
  return new Response(feed({ name, activities, site: site ?? url, today: today() }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
