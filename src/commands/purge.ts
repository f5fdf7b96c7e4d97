/** Deletes what is past its time: `npm run purge`, and `npm run purge -- --dry-run` to see what that would be. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { eraseOld } from '#intake/casework/retention.ts'
import { listPurgeable, type PurgePlan, purge } from '#intake/purge.ts'
import { findMunicipality } from '#publish/municipality.ts'
import type { Runtime } from '#server/runtime.ts'
import { type Act, runAct } from './act.ts'
import { progress } from './progress.ts'

function readArguments(): Act {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  return values['dry-run'] ? look : act
}

const look: Act = async (runtime) => {
  const purgeable = await listPurgeable(await planOf(runtime))
  const forms = Map.groupBy(purgeable, ({ form }) => form)
  const lines = [...forms].map(([form, rows]) => `${form.padEnd(24)} ${rows.length}`)
  return [...lines, `${purgeable.length} submissions would go. Nothing was deleted.`].join('\n')
}

const act: Act = async (runtime) => {
  const plan = await planOf(runtime)
  const erased = await eraseOld(runtime, plan.municipality)
  const { removed, archived } = await purge({ ...plan, progress: progress('submissions') })
  return `Purged ${removed} submissions, and erased ${erased} volunteers and referrals.${archived ? ` Archived first: ${archived}` : ''}`
}

async function planOf({ environment, db, vault, now }: Runtime) {
  const { contentFolder, dataFolder, municipality: name } = environment
  const municipality = await findMunicipality(contentFolder, name)
  if (!municipality) throw new Error(`MUNICIPALITY: expected a municipality, got ${name}`)
  const plan = { db, vault, now, municipality, archiveFolder: join(dataFolder, 'archive') }
  return plan satisfies PurgePlan
}

await runAct(readArguments)
