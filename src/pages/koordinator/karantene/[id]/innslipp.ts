import { findQuarantined } from '#db/quarantine.ts'
import { publicPhone } from '#editorial/municipality.ts'
import { releaseSubmission } from '#intake/quarantine.ts'
import { actRoute } from '#server/act.ts'
import { getRuntime } from '#server/locals.ts'
import { getMunicipality } from '../../../../content.ts'
import { findFormOf } from '../_form-of.ts'

export const prerender = false

export const POST = actRoute(({ params: { id = '' }, locals, url }) => ({
  name: 'release',
  on: { table: 'submissions', row: id },
  back: '/koordinator/karantene/',
  done: 'sluppet',
  run: async (trx, { vault, now }) => {
    const held = await findQuarantined(trx, vault, id)
    if (!held) return { refused: 'endret' }
    const form = await findFormOf(held)
    if (!form) return { refused: 'uten-skjema' }
    const municipality = await getMunicipality()
    const { publicUrl, staffUrl } = getRuntime(locals).environment
    const sender = {
      municipality: municipality.officialName,
      phone: publicPhone(municipality, 'adults'),
      origin: publicUrl?.origin ?? url.origin,
      staffOrigin: staffUrl?.origin,
    }
    return (await releaseSubmission(trx, { vault, sender, form, id, now }))
      ? undefined
      : { refused: 'endret' }
  },
}))
