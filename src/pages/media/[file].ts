/** The pictures that editors have uploaded, each at its own address. */
import type { APIRoute } from 'astro'
import { listPictures, readPicture } from '../../pictures.ts'

export const getStaticPaths = async () => (await listPictures()).map((file) => ({ params: { file } }))

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await readPicture(params.file ?? '')))
