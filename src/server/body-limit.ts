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

/** Bodies that one editor sends at the same time: the CMS sends one, and each is held in memory. */
const mostAtOnce = 4
const atOnce = new Map<string, number>()

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
  if (!staff || decide(pathname, staff.role, 'POST') !== 'open') return bodyLimit
  // A letter is no burden, and the CMS sends many of them at once.
  if (Number(message.headers['content-length']) <= bodyLimit) return bodyLimit
  const before = atOnce.get(staff.staffId) ?? 0
  // One that has gone meanwhile says nothing when it ends.
  if (before >= mostAtOnce || message.destroyed) return bodyLimit
  atOnce.set(staff.staffId, before + 1)
  message.once('close', () => atOnce.set(staff.staffId, (atOnce.get(staff.staffId) ?? 1) - 1))
  return limit
}
