/** A flyer for the place where it will hang: the same words, and a code of its own. */
import type { APIRoute } from 'astro'
import { networkOf } from '#db/network.ts'
import { findChannel } from '#editorial/channel.ts'
import { definitionOf, isFlyerSlug } from '#editorial/flyer.ts'
import { openFlyer } from '#flyers.ts'
import { findPublicLine } from '#intake/casework/capacity.ts'
import { createDrawer } from '#paper/flyer/drawer.ts'
import { drawFile, findFile } from '#paper/flyer/files.ts'
import { getRuntime } from '#server/locals.ts'
import { listChannels } from '../../../content.ts'
import { respondWith } from '../_file.ts'

export const prerender = false

const drawer = createDrawer()

export const GET: APIRoute = async ({ params, url, site, locals, clientAddress }) => {
  const { slug = '' } = params
  const channel = findChannel(await listChannels(), url.searchParams.get('sted') ?? undefined)
  const file = isFlyerSlug(slug) && findFile(slug, url.searchParams.get('format'))
  if (!file || !definitionOf(slug).counted || !channel) return new Response(null, { status: 404 })
  const { db, now } = getRuntime(locals)
  const sheet = await openFlyer(slug, { now: now(), line: await findPublicLine(db) }, site, channel.key)
  const key = JSON.stringify([file, sheet])
  const bytes = await drawer(key, networkOf(clientAddress), () => drawFile(sheet, file))
  return respondWith(bytes, file, `${slug}-${channel.key}-${file}`)
}
