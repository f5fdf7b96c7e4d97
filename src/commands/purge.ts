/** Deletes what is past its time: `npm run purge`, and `npm run purge -- --dry-run` to see what that would be. */
import { join } from 'node:path'
import { listOldMail } from '#db/purge.ts'
import { eraseOld, listErasable } from '#intake/casework/retention.ts'
import { listPurgeable, type PurgePlan, purge } from '#intake/purge.ts'
import { findMunicipality } from '#publish/municipality.ts'
import type { Runtime } from '#server/runtime.ts'
import { type Act, runAct } from './act.ts'
import { readTyped } from './arguments.ts'
import { progress } from './progress.ts'
import { getTextsFolder } from './site.ts'

const usage = 'usage: npm run purge [-- --dry-run]'

function readArguments(): Act {
  const { values } = readTyped(usage, { options: { 'dry-run': { type: 'boolean', default: false } } })
  return values['dry-run'] ? look : act
}

const look: Act = async (runtime) => {
  const { db, now } = runtime
  const plan = await planOf(runtime)
  const forms = Map.groupBy(await listPurgeable(plan), ({ form }) => form)
  const { volunteers, referrals } = await listErasable(db, plan)
  const counts = [
    ...[...forms].map(([form, rows]) => [`submissions, ${form}`, rows.length] as const),
    ['volunteers', volunteers.length] as const,
    ['referrals', referrals.length] as const,
    ['mail about no submission', (await listOldMail(db, now())).length] as const,
  ].filter(([, count]) => count > 0)
  if (counts.length === 0) return 'Nothing is past its time. Nothing was deleted.'
  const lines = counts.map(([what, count]) => `${what.padEnd(36)} ${count}`)
  return [...lines, 'This would go, with its keys and mail. Nothing was deleted.'].join('\n')
}

const act: Act = async (runtime) => {
  const plan = await planOf(runtime)
  const erased = await eraseOld(runtime, plan.municipality)
  const { removed, archived } = await purge({ ...plan, progress: progress('submissions') })
  return `Purged ${removed} submissions, and erased ${erased} volunteers and referrals.${archived ? ` Archived first: ${archived}` : ''}`
}

async function planOf({ environment, db, vault, now }: Runtime) {
  const { dataFolder, municipality: name } = environment
  const municipality = await findMunicipality(await getTextsFolder(environment), name)
  if (!municipality) throw new Error(`MUNICIPALITY: expected a municipality, got ${name}`)
  const plan = { db, vault, now, municipality, archiveFolder: join(dataFolder, 'archive') }
  return plan satisfies PurgePlan
}

await runAct(readArguments)
