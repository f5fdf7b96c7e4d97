/** Every public date of the municipality, for calendars; an empty calendar when there is none. */
import type { APIRoute } from 'astro'
import { feed } from '#calendar/feed.ts'
import { getMunicipality, listActivities } from '#content.ts'
import { today } from '#today.ts'

export const GET: APIRoute = async ({ site, url }) => {
  const { name } = await getMunicipality()
  const activities = await listActivities()
  const text = feed({ name: `Pusterom i ${name}`, activities, site: site ?? url, today: today() })
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
}
