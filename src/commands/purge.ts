/** Deletes what is past its time: `npm run purge`, and `npm run purge -- --dry-run` to see what that would be. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
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
  const { removed, archived } = await purge({ ...(await planOf(runtime)), progress: progress('submissions') })
  return `Purged ${removed} submissions.${archived ? ` Archived first: ${archived}` : ''}`
}

async function planOf({ environment, db, vault, now }: Runtime): Promise<PurgePlan> {
  const { contentFolder, dataFolder, municipality: name } = environment
  const municipality = await findMunicipality(contentFolder, name)
  if (!municipality) throw new Error(`MUNICIPALITY: expected a municipality, got ${name}`)
  return { db, vault, now, municipality, archiveFolder: join(dataFolder, 'archive') }
}

await runAct(readArguments)
