import type { APIRoute } from 'astro'
import type { FlyerSlug } from '#editorial/flyer.ts'
import type { FlyerSheet } from '#editorial/flyer-sheet.ts'
import { built, flyerPaths, openFlyer } from '#flyers.ts'
import { kept } from '#kept.ts'
import { drawFile, type FlyerFile, filesOf } from '#paper/flyer/files.ts'

/** `getStaticPaths` of one kind of file, for a route that ends in `[file].<ending>`. */
export const pathsOfFiles = async (ending: '.pdf' | '.png') =>
  (await flyerPaths()).flatMap(({ params: { slug } }) =>
    filesOf(slug)
      .filter((file) => file.endsWith(ending))
      .map((file) => ({ params: { slug, file: file.slice(0, -ending.length) }, props: { slug, file } })),
  )

/** A flyer as it is, of which the code leads to the page itself. */
export const plainFile: APIRoute<{ slug: FlyerSlug; file: FlyerFile }> = async ({ props, site }) =>
  respondWith(await keptFile(await openFlyer(props.slug, built(), site), props.file), props.file)

export const keptFile = (sheet: FlyerSheet, file: FlyerFile): Promise<Uint8Array> =>
  kept(`flyer-${file}`, sheet, () => drawFile(sheet, file))

export const respondWith = (bytes: Uint8Array, file: FlyerFile, name?: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'content-type': file.endsWith('.pdf') ? 'application/pdf' : 'image/png',
      ...(name && { 'content-disposition': `attachment; filename="${name}"` }),
    },
  })
