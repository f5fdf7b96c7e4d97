/** The way of one question of the CMS for a preview: whether the session may is decided before. */
import { z } from 'zod'
import { getRuntime } from '../locals.ts'
import { previewOf } from './preview.ts'

const writing = z.strictObject({
  path: z.string().max(200),
  data: z.record(z.string(), z.unknown()),
})

/** @returns JSON: a Preview, or `{ error }` in Norwegian */
export async function takePreview(request: Request, locals: App.Locals): Promise<Response> {
  const runtime = getRuntime(locals)
  if (!runtime.editing) return refuse(501, 'Tekstene redigeres ikke på denne maskinen.')
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    return refuse(415, 'Content-Type: expected application/json')
  const asked: unknown = await request.json().catch(() => undefined)
  const { data } = writing.safeParse(asked)
  if (!data) return refuse(400, 'body: expected { path, data }')
  const preview = await previewOf(data, runtime)
  return preview ? Response.json(preview) : refuse(404, 'Denne filen kan ikke redigeres her.')
}

const refuse = (status: number, error: string) => Response.json({ error }, { status })
