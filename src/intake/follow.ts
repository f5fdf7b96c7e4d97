import { Temporal } from 'temporal-polyfill'
import type { Database } from '#db/open.ts'
import { countAttempt } from '#db/throttles.ts'
import { followers, type Kept } from './followers.ts'
import { notify } from './notify.ts'

/** A person who changes her mind more often in a day than this fills nobody's mail with it. */
const noticedChanges = 3
const day = Temporal.Duration.from({ hours: 24 })

/** Everything that follows from answers that were kept: what is the form's own, and mail. */
export async function follow(trx: Database, kept: Kept): Promise<void> {
  const outcome = await followers[kept.form.definition.key]?.(trx, kept)
  if (kept.isFirst || (await isNoticed(trx, kept))) await notify(trx, kept, outcome ?? {})
}

async function isNoticed(trx: Database, { vault, submissionId, now }: Kept): Promise<boolean> {
  const fingerprint = vault.fingerprint('noticed change', submissionId)
  return (await countAttempt(trx, { fingerprint, within: day, now })) <= noticedChanges
}
