import type { APIRoute } from 'astro'
import { csv } from '#backup/csv.ts'
import { timeZone } from '#calendar/occurrences.ts'
import { certificateOf } from '#casework/volunteer.ts'
import { getMunicipality, listChannels } from '#content.ts'
import { listFigures, periodOf } from '#intake/casework/figures.ts'
import { getRuntime } from '#server/locals.ts'
import { sayFigure } from '../../../components/staff/say-figure.ts'

export const prerender = false

/** The figures of a year for a spreadsheet. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { db, vault, now } = getRuntime(locals)
  const period = periodOf(params.ar ?? null, now().toZonedDateTimeISO(timeZone).toPlainDate())
  const certificate = certificateOf(await getMunicipality())
  const rows = (
    await listFigures(db, vault, { period, certificate, channels: await listChannels() })
  ).flatMap(({ title, note, rows }) =>
    rows.map(({ label, value }) => ({ Hva: title, Gruppe: label, Antall: sayFigure(value), Grunnlag: note })),
  )
  const dates = { Fra: period.from.toString(), Til: period.until.toString() }
  return new Response(csv(rows.map((row) => ({ ...row, ...dates }))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="pusterom-tall-${period.from.year}.csv"`,
    },
  })
}
