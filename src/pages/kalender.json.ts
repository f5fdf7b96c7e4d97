/** Every public date as plain data; the same dates as in `/kalender.ics`. */
import type { APIRoute } from 'astro'
import { datesJson } from '#calendar/dates-json.ts'
import { listActivities, noticesAt } from '#content.ts'
import { now, today } from '#today.ts'

export const GET: APIRoute = async ({ site, url }) => {
  const activities = await listActivities()
  const notices = await noticesAt(now(), activities)
  return Response.json(datesJson({ activities, notices, site: site ?? url, today: today() }))
}
