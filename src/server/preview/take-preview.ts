/** The way of one question of the CMS for a preview: whether the session may is decided before. */
import { z } from 'zod'
import { isTangledJson, tangled } from '#editorial/tangled.ts'
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
  const text = await request.text()
  if (isTangledJson(text)) return refuse(413, tangled)
  const { data } = writing.safeParse(readJson(text))
  if (!data) return refuse(400, 'body: expected { path, data }')
  const preview = await previewOf(data, runtime)
  return preview ? Response.json(preview) : refuse(404, 'Denne filen kan ikke redigeres her.')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refuse = (status: number, error: string) => Response.json({ error }, { status })
