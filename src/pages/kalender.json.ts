/** Every public date as plain data; the same dates as in `/kalender.ics`. */
import type { APIRoute } from 'astro'
import { datesJson } from '#calendar/dates-json.ts'
import { listActivities } from '#content.ts'
import { today } from '#today.ts'

export const GET: APIRoute = async ({ site, url }) =>
  Response.json(datesJson({ activities: await listActivities(), site: site ?? url, today: today() }))
