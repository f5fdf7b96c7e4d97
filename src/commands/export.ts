/**
 * `npm run export -- FOLDER` writes everything that the coordinator has, opened, to a new folder that only its owner can
 * read; with `--recipient age1…` each file is closed to that key instead.
 */
import { resolve } from 'node:path'
import { exportAll } from '#backup/export.ts'
import { type Act, runAct } from './act.ts'
import { readTyped } from './arguments.ts'
import { progress } from './progress.ts'

const usage = 'usage: npm run export -- FOLDER [--recipient age1…]'

function readArguments(): Act {
  const { positionals, values } = readTyped(usage, {
    allowPositionals: true,
    options: { recipient: { type: 'string' } },
  })
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0)
    throw new Error(
      `expected a folder that is not there yet, got ${positionals.join(' ') || 'nothing'}\n${usage}`,
    )
  const { recipient } = values
  return async ({ db, vault, now, environment: { municipality } }) => {
    const plan = { db, vault, municipality, now: now(), folder: resolve(folder), recipient }
    const files = await exportAll({ ...plan, progress: progress('files') })
    const warning = recipient
      ? ''
      : '\nThey are not encrypted: move them to where they belong, and delete them here.'
    return `Exported to ${files.length} files in ${resolve(folder)}.${warning}`
  }
}

await runAct(readArguments)
