import type { APIRoute } from 'astro'
import { csv } from '#backup/csv.ts'
import { fitWords } from '#casework/fit-words.ts'
import { certificateOf, volunteerState, volunteerStateWords } from '#casework/volunteer.ts'
import { dayOf } from '#casework/working-days.ts'
import { addAuditLine } from '#db/audit.ts'
import { listVolunteers } from '#db/volunteers.ts'
import { volunteer } from '#forms/volunteer.ts'
import { attachment } from '#server/attachment.ts'
import { getRuntime } from '#server/locals.ts'
import { volunteerLines } from '../../../components/casework/lines.ts'
import { openVolunteerStates } from '../../../components/casework/volunteer-tabs.ts'
import { getForm, getMunicipality } from '../../../content.ts'

export const prerender = false

/** Everybody who has not stopped, for the volunteer centre, which keeps its own register. */
export const POST: APIRoute = async ({ locals }) => {
  const { db, vault, now } = getRuntime(locals)
  const { staff } = locals
  if (!staff) return new Response(null, { status: 404 })
  const certificate = certificateOf(await getMunicipality())
  const words = fitWords((await getForm(volunteer)).words)
  const wanted = { certificate, states: openVolunteerStates, limit: 100_000 }
  const { rows } = await listVolunteers(db, vault, wanted)
  const table = rows.map(({ content, createdAt, ...facts }) => ({
    Navn: content.name,
    ...Object.fromEntries(volunteerLines(content, words).map(({ label, text }) => [label, text ?? ''])),
    Stilling: volunteerStateWords[volunteerState({ ...facts, certificate })],
    'Meldte seg': dayOf(createdAt).toString(),
  }))
  const line = { actor: staff.staffId, act: 'take-out', table: 'volunteers', row: 'all', now: now() }
  await db.transaction().execute((trx) => addAuditLine(trx, line))
  return attachment('frivillige.csv', 'text/csv; charset=utf-8', csv(table))
}
