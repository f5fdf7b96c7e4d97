/** Erases volunteers and referrals that have had their time. What people sent has a purge of its own. */
import { referralState } from '#casework/referral.ts'
import { hasHadItsTime } from '#casework/retention.ts'
import { certificateOf, volunteerState } from '#casework/volunteer.ts'
import { addAuditLine } from '#db/audit.ts'
import { listFacts } from '#db/casework-list.ts'
import { eraseRemains } from '#db/erase.ts'
import { eraseReferral, eraseVolunteer } from '#db/erasing.ts'
import { instantText } from '#db/instant.ts'
import type { Database } from '#db/open.ts'
import type { Municipality } from '#editorial/municipality.ts'
import { coffee } from '#forms/coffee.ts'
import type { FormDefinition } from '#forms/definition.ts'
import { need } from '#forms/need.ts'
import { retentionOf } from '#forms/retention.ts'
import { volunteer } from '#forms/volunteer.ts'
import type { Premises } from '../premises.ts'
import type { Round } from '../round.ts'

type Plan = Pick<Premises, 'now'> & {
  readonly municipality: Pick<Municipality, 'retention' | 'policeCertificate'>
}

/** The ids of those that a purge would erase now. */
export async function listErasable(
  db: Database,
  { now, municipality }: Plan,
): Promise<{ readonly volunteers: readonly string[]; readonly referrals: readonly string[] }> {
  const certificate = certificateOf(municipality)
  const beforeOf = (form: FormDefinition) => {
    const today = now().toZonedDateTimeISO('Europe/Oslo')
    return instantText(today.subtract({ months: retentionOf(form, municipality) }).toInstant())
  }
  const volunteers = (await listFacts(db, 'volunteers')).filter((each) =>
    hasHadItsTime(each.acts, volunteerState({ ...each, certificate }), beforeOf(volunteer)),
  )
  // Nobody knows from the row which form brought it; the shorter promise holds.
  const before = [beforeOf(need), beforeOf(coffee)].toSorted().at(-1) ?? ''
  const referrals = (await listFacts(db, 'referrals')).filter((each) =>
    hasHadItsTime(each.acts, referralState(each), before),
  )
  return { volunteers: volunteers.map(({ id }) => id), referrals: referrals.map(({ id }) => id) }
}

/** @returns how many records were erased */
export async function eraseOld(
  { db, vault, now }: Pick<Premises, 'db' | 'vault' | 'now'>,
  municipality: Plan['municipality'],
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { volunteers, referrals } = await listErasable(trx, { now, municipality })
    const by = 'system'
    for (const id of volunteers) await eraseVolunteer(trx, vault, { id, by, now: now() })
    for (const id of referrals) await eraseReferral(trx, vault, { id, by, now: now() })
    const line = { actor: by, act: 'erase', now: now() }
    for (const id of volunteers) await addAuditLine(trx, { ...line, table: 'volunteers', row: id })
    for (const id of referrals) await addAuditLine(trx, { ...line, table: 'referrals', row: id })
    return volunteers.length + referrals.length
  })
}

/** Every six hours, as the purge. */
export const retention: Round = {
  name: 'casework retention',
  everyMinutes: 360,
  async run(premises) {
    const municipality = (await premises.edition())?.municipality
    if (!municipality) return premises.log.warn('nobody was erased: the build that is served has no forms')
    const erased = await eraseOld(premises, municipality)
    if (erased === 0) return
    await eraseRemains(premises.db)
    premises.log.info({ erased }, 'erased volunteers and referrals that have had their time')
  },
}
