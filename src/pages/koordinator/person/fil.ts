import type { APIRoute } from 'astro'
import { csv } from '#backup/csv.ts'
import { addAuditLine } from '#db/audit.ts'
import { readBody } from '#server/act.ts'
import { attachment } from '#server/attachment.ts'
import { getRuntime } from '#server/locals.ts'
import { readSought, tickedOf, tracesOf } from './_sought.ts'

export const prerender = false

/** Everything about a person as a file that she can take with her (GDPR articles 15 and 20): JSON, or a table. */
export const POST: APIRoute = async ({ locals, request }) => {
  const { db, vault, now } = getRuntime(locals)
  const { staff } = locals
  if (!staff) return new Response(null, { status: 404 })
  const fields = await readBody(request)
  const traces = tickedOf(await tracesOf(db, vault, readSought(fields)), fields)
  const line = { actor: staff.staffId, act: 'hand-out', now: now() }
  await db.transaction().execute(async (trx) => {
    for (const { table, id } of traces) await addAuditLine(trx, { ...line, table, row: id })
  })
  if (fields.get('som')?.[0] === 'json') {
    const records = traces.map(({ title, at, lines }) => ({ title, at, lines }))
    return attachment(
      'innsyn.json',
      'application/json; charset=utf-8',
      `${JSON.stringify(records, null, 2)}\n`,
    )
  }
  const rows = traces.flatMap(({ title, at, lines }) =>
    lines.map(({ label, text }) => ({ Hva: title, Når: at.slice(0, 10), Felt: label, Innhold: text })),
  )
  return attachment('innsyn.csv', 'text/csv; charset=utf-8', csv(rows))
}
