/** A flyer for the place where it will hang: the same words, and a code of its own. */
import type { APIRoute } from 'astro'
import { findChannel } from '#editorial/channel.ts'
import { definitionOf, isFlyerSlug } from '#editorial/flyer.ts'
import { openFlyer } from '#flyers.ts'
import { findPublicLine } from '#intake/casework/capacity.ts'
import { drawFile, findFile } from '#paper/flyer/files.ts'
import { getRuntime } from '#server/locals.ts'
import { listChannels } from '../../../content.ts'
import { respondWith } from '../_file.ts'

export const prerender = false

/** What was drawn last, by everything that it was drawn from: a few at a time, for a build has hundreds. */
const drawn = new Map<string, Promise<Uint8Array>>()
const mostDrawn = 50

export const GET: APIRoute = async ({ params, url, site, locals }) => {
  const { slug = '' } = params
  const channel = findChannel(await listChannels(), url.searchParams.get('sted') ?? undefined)
  const file = isFlyerSlug(slug) && findFile(slug, url.searchParams.get('format'))
  if (!file || !definitionOf(slug).counted || !channel) return new Response(null, { status: 404 })
  const { db, now } = getRuntime(locals)
  const sheet = await openFlyer(slug, { now: now(), line: await findPublicLine(db) }, site, channel.key)
  const key = JSON.stringify([file, sheet])
  const bytes = drawn.get(key) ?? drawFile(sheet, file)
  drawn.delete(key)
  drawn.set(key, bytes)
  for (const oldest of [...drawn.keys()].slice(0, -mostDrawn)) drawn.delete(oldest)
  return respondWith(await bytes, file, `${slug}-${channel.key}-${file}`)
}
