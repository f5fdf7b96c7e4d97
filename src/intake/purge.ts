/** Keeps the promise that every form makes: answers are deleted when their time is up. */
import type { Temporal } from 'temporal-polyfill'
import { archive } from '#backup/archive.ts'
import { addAuditLine } from '#db/audit.ts'
import { eraseRemains, type Patience } from '#db/erase.ts'
import { listExpired, listForms, removeOldFingerprints, removeOldMail, removeSubmission } from '#db/purge.ts'
import type { Municipality } from '#editorial/municipality.ts'
import type { FormDefinition } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import { retentionOf } from '#forms/retention.ts'
import type { Premises } from './premises.ts'
import type { Round } from './round.ts'

export interface PurgePlan extends Pick<Premises, 'db' | 'vault' | 'now'> {
  readonly municipality: Pick<Municipality, 'retention' | 'archiveBeforePurge'>
  /** Where archives go; a serverless host has no such place. */
  readonly archiveFolder?: string | undefined
  readonly forms?: readonly FormDefinition[]
  readonly progress?: (done: number, all: number) => void
  readonly patience?: Patience
}

interface Expired {
  readonly form: string
  readonly before: Temporal.Instant
  readonly id: string
}

const atOnce = 100
/** A form that the site does not have any more promised no longer than this, unless the municipality says so. */
const monthsOfOthers = 12

/** What a purge would delete now: submissions whose last version is older than their form keeps it. */
export async function listPurgeable(plan: PurgePlan): Promise<Expired[]> {
  const { db, now, municipality, forms = definitions } = plan
  const today = now().toZonedDateTimeISO('Europe/Oslo')
  const expired: Expired[] = []
  for (const form of await listForms(db)) {
    const definition = forms.find(({ key }) => key === form)
    const months = retentionOf(definition ?? { key: form, retentionMonths: monthsOfOthers }, municipality)
    const before = today.subtract({ months }).toInstant()
    for (const id of await listExpired(db, { form, before, now: now() })) expired.push({ form, before, id })
  }
  return expired
}

/**
 * Deletes what is older than its form keeps it, with its keys, its mail and what the engine keeps of deleted rows, and
 * fingerprints that have had their day. Where the municipality wants an archive, that is on the disk first.
 *
 * @returns how many submissions went, and where they are archived
 * @throws when an archive is wanted and cannot be written, or when readers keep the log from being emptied
 */
export async function purge(plan: PurgePlan): Promise<{ removed: number; archived: string | undefined }> {
  const { db, now, patience, progress = () => {} } = plan
  const expired = await listPurgeable(plan)
  const archived = await archiveFirst(plan, expired)
  let removed = 0
  for (let at = 0; at < expired.length; at += atOnce) {
    removed += await removeSome(plan, expired.slice(at, at + atOnce))
    progress(Math.min(at + atOnce, expired.length), expired.length)
  }
  await removeOldFingerprints(db, now())
  await db.transaction().execute((trx) => removeOldMail(trx, now()))
  // Also when nothing went now: mail that was sent has left its recipient in the log, and an earlier try may have failed.
  await eraseRemains(db, patience)
  return { removed, archived }
}

/** Each looked at again, for answers may have been changed since they were listed and archived. */
function removeSome({ db, now }: PurgePlan, expired: readonly Expired[]): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const gone: string[] = []
    for (const { form, before, id } of expired) {
      const [still] = await listExpired(trx, { form, before, now: now(), among: [id] })
      if (!still) continue
      await removeSubmission(trx, id)
      gone.push(id)
    }
    for (const row of gone)
      await addAuditLine(trx, { actor: 'system', act: 'purge', table: 'submissions', row, now: now() })
    return gone.length
  })
}

async function archiveFirst(plan: PurgePlan, expired: readonly Expired[]): Promise<string | undefined> {
  const { db, vault, now, archiveFolder, municipality } = plan
  const recipient = municipality.archiveBeforePurge
  if (!recipient || expired.length === 0) return undefined
  if (!archiveFolder)
    throw new Error(
      'expected a disk to archive to before the purge, as municipality.yaml says, got none: run npm run purge on a machine with one',
    )
  const ids = expired.map(({ id }) => id)
  return archive({ db, vault, now: now(), folder: archiveFolder, recipient, ids })
}

/** Every six hours. */
export const purging: Round = {
  name: 'purge',
  everyMinutes: 360,
  async run(premises) {
    const municipality = (await premises.edition())?.municipality
    if (!municipality) return premises.log.warn('nothing was purged: the build that is served has no forms')
    const { removed, archived } = await purge({ ...premises, municipality })
    if (removed > 0) premises.log.info({ removed, archived }, 'purged what was past its time')
  },
}
