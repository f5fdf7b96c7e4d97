import type { APIRoute } from 'astro'
import type { FlyerSlug } from '#editorial/flyer.ts'
import { built, flyerPaths, openFlyer } from '#flyers.ts'
import { kept } from '#kept.ts'
import { thumbnailOf } from '#paper/picture/thumbnail.ts'
import { keptFile } from '../_file.ts'

export const getStaticPaths = flyerPaths

/** What the list of flyers shows. */
export const GET: APIRoute<{ slug: FlyerSlug }> = async ({ props, site }) => {
  const sheet = await openFlyer(props.slug, built(), site)
  const bytes = await kept('flyer-liten.webp', sheet, async () =>
    thumbnailOf(await keptFile(sheet, 'kvadrat.png')),
  )
  return new Response(Buffer.from(bytes), { headers: { 'content-type': 'image/webp' } })
}
