import type { APIRoute } from 'astro'
import { getRuntime } from '#server/locals.ts'
import { answerSchedule } from '#server/schedule.ts'
import { getEdition } from '../../content.ts'

export const prerender = false

/** A scheduled call, from the host's own clock (some send GET) or from curl. */
export const ALL: APIRoute = ({ request, locals }) => answerSchedule(request, getRuntime(locals), getEdition)
