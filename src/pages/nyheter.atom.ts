/** What is new or changed among the dates, for feed readers. */
import type { APIRoute } from 'astro'
import { atom } from '#calendar/atom.ts'
import { listNews } from '#calendar/news.ts'
import { getMunicipality, listActivities } from '#content.ts'
import { today } from '#today.ts'

export const GET: APIRoute = async ({ site, url }) => {
  const { name, officialName } = await getMunicipality()
  const text = atom({
    title: `Nytt fra Pusterom i ${name}`,
    author: officialName,
    path: url.pathname,
    site: site ?? url,
    news: listNews(await listActivities(), today()),
  })
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
