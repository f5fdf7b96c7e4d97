/** The dates of every café as plain data; the same dates as in `/kalender.ics`. */
import type { APIRoute } from 'astro'
import { datesJson } from '#calendar/dates-json.ts'
import { listCafes } from '#content.ts'
import { today } from '#today.ts'

export const GET: APIRoute = async ({ site, url }) =>
  Response.json(datesJson({ cafes: await listCafes(), site: site ?? url, today: today() }))
