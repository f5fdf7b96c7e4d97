/** One coming date, to be put into a calendar once: `/kafe/etter-pa/2026-12-08.ics`, by the date first announced. */
import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { singleDate } from '#calendar/feed.ts'
import { upcoming } from '#calendar/occurrences.ts'
import { listActivities } from '#content.ts'
import { now } from '#today.ts'

export async function getStaticPaths() {
  const dates = upcoming(await listActivities(), now(), 12).filter(({ tentative }) => !tentative)
  return dates.map((date) => {
    const [section, slug] = date.of.path.split('/').slice(1)
    return { params: { section, slug, date: date.date.toString() }, props: { date } }
  })
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { date },
  site,
  url,
}) =>
  new Response(singleDate(date, site ?? url), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
