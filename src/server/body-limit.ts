/** How much a request may bring: a letter from anybody, pictures from those whose session lets them keep some. */
import type { IncomingMessage } from 'node:http'
import { decide } from '#access/permission.ts'
import { signedIn } from '#access/session.ts'
import { bodyLimit } from './body.ts'
import { editPath, previewPath } from './edit.ts'
import { isOwnOrigin } from './origin.ts'
import { toRequest } from './request.ts'
import type { Runtime } from './runtime.ts'

/** Bytes, by the address. */
const editLimits: Readonly<Record<string, number>> = {
  // A text with a few pictures as they come from a phone, in base64.
  [editPath]: 32 * 1024 * 1024,
  // A text alone.
  [previewPath]: 512 * 1024,
}

/**
 * Asked before the body is read: a stranger gets nobody to listen for long.
 *
 * @param url absolute, as the public writes it
 * @returns bytes
 */
export async function bodyLimitOf(runtime: Runtime, message: IncomingMessage, url: string): Promise<number> {
  const { pathname, origin } = new URL(url)
  const limit = editLimits[pathname.replace(/\/$/, '')]
  if (!runtime.editing || !limit) return bodyLimit
  const request = toRequest(message, url, undefined)
  if (!isOwnOrigin(request, runtime.environment.publicUrl && origin)) return bodyLimit
  const staff = await signedIn(runtime, request)
  return decide(pathname, staff?.role, 'POST') === 'open' ? limit : bodyLimit
}
