/**
 * A new master key. In operation: set PUSTEROM_KEY to the new one and PUSTEROM_KEY_PREVIOUS to the old, restart every
 * server, run `npm run rotate-keys`, take PUSTEROM_KEY_PREVIOUS away and restart. On one's own machine, where the key is
 * a file, the command makes the new one itself. It can be run again whenever it was stopped.
 */
import { eraseRemains } from '#db/erase.ts'
import { localKey, removePreviousKey, replaceLocalKey } from '#db/master-key.ts'
import { rotateKeys } from '#db/rotate.ts'
import { type Act, runAct } from './act.ts'
import { readTyped } from './arguments.ts'
import { run } from './command.ts'
import { progress } from './progress.ts'
import { getEnvironment } from './site.ts'

const rotate: Act = async ({ environment, db, vault, now }) => {
  const done = await rotateKeys(db, vault, { now, progress: progress('keys') })
  // What the old key had wrapped is not to lie on the disk any longer.
  await eraseRemains(db)
  if (!environment.key) removePreviousKey(environment.dataFolder)
  if (done === undefined)
    return 'Everything is wrapped by PUSTEROM_KEY already. For a new key set it, and PUSTEROM_KEY_PREVIOUS to the old one.'
  const next = environment.key
    ? 'Now take PUSTEROM_KEY_PREVIOUS away and restart every server; one that runs with the old key alone refuses forms until then.'
    : 'Restart the server: with the old key it refuses forms.'
  return `Wrapped ${done} keys anew. ${next}\nKeep the old key for as long as a backup from before is kept.`
}

await run(async () => {
  readTyped('usage: npm run rotate-keys', {})
  const environment = await getEnvironment()
  if (environment.key) return
  localKey(environment.dataFolder)
  replaceLocalKey(environment.dataFolder)
})
if (!process.exitCode) await runAct(() => rotate)
