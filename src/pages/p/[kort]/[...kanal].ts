/** Where the code on a flyer leads: on to its page at once. Nothing is counted here, and nothing is kept. */
import type { APIRoute } from 'astro'
import { findNextCourse } from '#calendar/next-course.ts'
import { closedBecause, signUpPath } from '#calendar/sign-up.ts'
import { channelQuery, findChannel } from '#editorial/channel.ts'
import { definitionOf, findFlyer } from '#editorial/flyer.ts'
import { getRuntime } from '#server/locals.ts'
import { listChannels, listCourses } from '../../../content.ts'

export const prerender = false

export const GET: APIRoute = async ({ params, locals }) => {
  const slug = findFlyer(params.kort?.toLowerCase())
  if (!slug) return new Response(null, { status: 404 })
  const { opens, counted } = definitionOf(slug)
  const path = slug === 'kurs' ? await findCourseForm(getRuntime(locals).now()) : opens
  const channel = counted ? findChannel(await listChannels(), params.kanal?.toLowerCase()) : undefined
  const query = channel && path !== '/kurs/' ? `?${new URLSearchParams({ [channelQuery]: channel.key })}` : ''
  return new Response(null, { status: 303, headers: { location: `${path}${query}` } })
}

/** A flyer about a course hangs longer than the course lasts: it leads to the next one, or to all of them. */
async function findCourseForm(now: Parameters<typeof findNextCourse>[1]): Promise<string> {
  const courses = await listCourses()
  const next = findNextCourse(courses, now)
  const course = courses.find((each) => each.slug === next?.of.slug)
  return course && !closedBecause(course, now) ? signUpPath(course) : '/kurs/'
}
