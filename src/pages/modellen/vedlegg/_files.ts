/** The files of the attachments, one endpoint for each kind. */
import type { APIRoute } from 'astro'
import { filesOf, type PrintedFile } from '#printed.ts'
import { listAttachments, type PaperText } from '../../../content.ts'

const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** `getStaticPaths` of everything that each attachment has one of. */
export const attachmentPaths = async () =>
  (await listAttachments()).map((text) => ({ params: { slug: text.slug }, props: { text } }))

export const fileOfKind =
  (kind: PrintedFile['kind']): APIRoute<{ text: PaperText }> =>
  async ({ props, site }) =>
    respondWith(await filesOf(props.text, `${site}`), kind)

/** @throws when there is no file of the kind */
export function respondWith(files: readonly PrintedFile[], kind: PrintedFile['kind']): Response {
  const file = files.find((each) => each.kind === kind)
  if (!file) throw new Error(`expected a ${kind}, got ${files.map(({ name }) => name).join(', ')}`)
  return new Response(Buffer.from(file.bytes), { headers: { 'content-type': contentTypes[kind] } })
}
