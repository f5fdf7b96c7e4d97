import type { APIRoute } from 'astro'
import { filesOfCourse } from '#printed.ts'
import { respondWith } from './vedlegg/_files.ts'

export const GET: APIRoute = async ({ site }) => respondWith(await filesOfCourse(`${site}`), 'pdf')
